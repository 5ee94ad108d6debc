package org.eunomia.ide.events.internal.stacks;

import org.eunomia.core.StackFrame;

/** What one level of a flame graph stands for. @param name as it is shown and told apart */
public record Frame(String name, Kind kind) {
    /** Where the code is. */
    public enum Kind { PROCESS, USER, KERNEL, UNKNOWN }

    static final Frame ALL = new Frame("all", Kind.PROCESS);

    /** One for all addresses without a name, since there are too many of them to tell anything. */
    static final Frame NOT_KNOWN = new Frame("[unknown]", Kind.UNKNOWN);

    public static Frame process(String name) {
        return new Frame(name, Kind.PROCESS);
    }

    /** Functions are told apart by name alone: where in them the call is does not matter. */
    static Frame of(StackFrame frame, boolean kernel) {
        Kind kind = kernel ? Kind.KERNEL : Kind.USER;
        if (!frame.symbol().isEmpty()) return new Frame(frame.symbol(), kind);
        String module = frame.module().substring(frame.module().lastIndexOf('/') + 1);
        if (!module.isEmpty()) return new Frame("[" + module.replaceAll("[\\[\\]]", "") + "]", kind);
        return NOT_KNOWN;
    }
}

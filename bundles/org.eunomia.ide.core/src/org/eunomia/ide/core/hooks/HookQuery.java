package org.eunomia.ide.core.hooks;

import org.eunomia.core.HookKind;
import org.eunomia.ide.core.targets.Target;

/** A question to a target. @param filter as {@link org.eunomia.core.TrackerService#hooks} has it */
public record HookQuery(Target target, HookKind kind, String filter) {
    /** So many are asked for, which is more than anybody scrolls through. */
    public static final int LIMIT = 300;

    /**
     * What to ask while {@code text} is typed. A function of a program is found in two steps, first the program, then, behind a colon, the function.
     *
     * @param bound which hooks of that kind can be used at all, as a filter
     */
    public static HookQuery of(Target target, HookKind kind, String bound, String text) {
        if (kind == HookKind.UPROBE && text.indexOf(':') < 0) return new HookQuery(target, HookKind.LIBRARY, text.strip());
        if (kind == HookKind.UPROBE) return new HookQuery(target, kind, text.strip());
        return new HookQuery(target, kind, (bound + " " + text).strip());
    }

    /** What to write into the field when {@code name}, one of the answers, is chosen. */
    public String chosen(String name) {
        return kind == HookKind.LIBRARY ? name + ":" : name;
    }

    /** What the answers are: "tracepoints". */
    public String subject() {
        return switch (kind) {
            case TRACEPOINT -> "tracepoints";
            case RAW_TRACEPOINT -> "raw tracepoints";
            case SYSCALL -> "system calls";
            case KPROBE, FENTRY -> "kernel functions";
            case LSM -> "security hooks";
            case ITERATOR -> "iterators";
            case CGROUP -> "hooks of control groups";
            case LIBRARY -> "programs and libraries";
            case UPROBE -> "functions of " + filter.substring(0, filter.indexOf(':'));
        };
    }

    /** So many of them: "1 tracepoint". */
    public String count(int number) {
        if (number != 1) return number + " " + subject();
        return "1 " + (kind == HookKind.LIBRARY ? "program or library" : subject().replaceFirst("(hook|function|point|call|iterator)s", "$1"));
    }
}

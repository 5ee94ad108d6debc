package org.eunomia.core.view;

import java.util.List;
import org.eunomia.core.StackFrame;

/** Finds what stacks are made of. */
public interface Symbols {
    /** Knows nothing: stacks are shown as addresses and ids. */
    Symbols NONE = new Symbols() {
        @Override
        public long[] stack(int id) {
            return new long[0];
        }

        @Override
        public List<StackFrame> frames(int pid, long[] addresses) {
            return List.of();
        }
    };

    /** The addresses behind a stack id, innermost first; none when the id is not known. */
    long[] stack(int id);

    /**
     * One frame per address, or none at all when addresses cannot be named here.
     *
     * @param pid 0 for the kernel
     */
    List<StackFrame> frames(int pid, long[] addresses);
}

package org.eunomia.engine.internal.symbols;

import java.util.ArrayList;
import java.util.List;
import org.eunomia.core.StackFrame;

/** Names code addresses. */
public final class Symbols {
    /** @param pid 0 for the kernel's addresses */
    public List<StackFrame> frames(int pid, long[] addresses) {
        List<StackFrame> frames = new ArrayList<>(addresses.length);
        for (long a : addresses) frames.add(new StackFrame(a, "", 0, ""));
        return frames;
    }
}

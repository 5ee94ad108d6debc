package org.eunomia.core.view;

import java.util.List;
import org.eunomia.core.StackFrame;

/** Stacks for people. */
final class FrameText {
    private FrameText() { }

    /** One frame a line, innermost first: {@code symbol+0x12 [module]}. */
    static void write(List<StackFrame> frames, TextBuffer out) {
        for (StackFrame f : frames) {
            out.spaces(4);
            if (f.symbol().isEmpty()) {
                out.put("0x").hex(f.address());
            } else {
                Escapes.text(f.symbol(), out);
                out.put("+0x").hex(f.offset());
            }
            if (!f.module().isEmpty()) {
                String name = f.module().substring(f.module().lastIndexOf('/') + 1);
                boolean bracketed = name.startsWith("[");
                out.put(bracketed ? " " : " [");
                Escapes.text(name, out);
                if (!bracketed) out.put(']');
            }
            out.put('\n');
        }
    }
}

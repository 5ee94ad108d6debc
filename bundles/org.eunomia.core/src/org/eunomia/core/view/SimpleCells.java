package org.eunomia.core.view;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Cells of types that need no layout. */
final class SimpleCells {
    private SimpleCells() { }

    record BoolCell(int need) implements Cell {
        @Override
        public void write(ByteBuffer in, int at, TextBuffer out, View view) {
            out.put(in.get(in.order() == ByteOrder.LITTLE_ENDIAN ? at : at + need - 1) != 0 ? "true" : "false");
        }
    }

    /** What JSON has no number for is written as a string there. */
    record FloatCell(int need) implements Cell {
        @Override
        public void write(ByteBuffer in, int at, TextBuffer out, View view) {
            double value = need == 4 ? in.getFloat(at) : in.getDouble(at);
            String text = need == 4 ? Float.toString((float) value) : Double.toString(value);
            if (view.isJson() && !Double.isFinite(value)) out.put('"').put(text).put('"');
            else out.put(text);
        }
    }
}

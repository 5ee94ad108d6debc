package org.eunomia.core.view;

import java.nio.ByteBuffer;

/** Elements one after the other. {@code count} 0 takes the rest of the record. */
record ArrayCell(Cell element, int size, int count) implements Cell {
    @Override
    public int need() {
        return count == 0 ? 0 : size;
    }

    @Override
    public void write(ByteBuffer in, int at, TextBuffer out, View view) {
        int there = size == 0 ? 0 : (in.limit() - at) / size;
        int n = count == 0 ? there : Math.min(count, there);
        out.put('[');
        for (int i = 0; i < n; i++) {
            if (i > 0) out.put(',');
            element.write(in, at + i * size, out, view);
        }
        out.put(']');
    }
}

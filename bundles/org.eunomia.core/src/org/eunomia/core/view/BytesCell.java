package org.eunomia.core.view;

import java.nio.ByteBuffer;

/** Bytes as hex digits. {@code count} 0 takes the rest of the record. */
record BytesCell(int count) implements Cell {
    @Override
    public int need() {
        return count == 0 ? 0 : 1;
    }

    @Override
    public void write(ByteBuffer in, int at, TextBuffer out, View view) {
        int end = count == 0 ? in.limit() : Math.min(in.limit(), at + count);
        if (view.isJson()) out.put('"');
        for (int i = at; i < end; i++) out.hexByte(in.get(i));
        if (view.isJson()) out.put('"');
    }
}

package org.eunomia.core.view;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.eunomia.core.schema.Decoder;
import org.eunomia.core.schema.Type;

/** A byte array as text up to the first NUL. {@code count} 0 takes the rest of the record. */
record TextCell(int count) implements Cell {
    private static final Type.Char CHAR = new Type.Char("char");

    @Override
    public int need() {
        return count == 0 ? 0 : 1;
    }

    @Override
    public void write(ByteBuffer in, int at, TextBuffer out, View view) {
        byte[] bytes = in.array(); // the array itself: this loop is most of what output costs
        int from = in.arrayOffset() + at;
        int limit = in.arrayOffset() + (count == 0 ? in.limit() : Math.min(in.limit(), at + count));
        int end = from;
        boolean plain = true;
        while (end < limit && bytes[end] != 0) {
            byte b = bytes[end++];
            if (b < 0x20 || b == 0x7f || b == '"' || b == '\\') plain = false;
        }
        if (!plain) {
            escaped(Arrays.copyOfRange(bytes, from, end), out, view);
            return;
        }
        if (view.isJson()) out.put('"');
        out.put(bytes, from, end - from);
        if (view.isJson()) out.put('"');
    }

    private static void escaped(byte[] bytes, TextBuffer out, View view) {
        String text = (String) Decoder.of(new Type.Array("char[]", CHAR, bytes.length)).value(bytes);
        if (view.isJson()) Escapes.json(text, out);
        else Escapes.text(text, out);
    }
}

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
        int limit = count == 0 ? in.limit() : Math.min(in.limit(), at + count);
        int end = at;
        boolean plain = true;
        for (; end < limit; end++) {
            byte b = in.get(end);
            if (b == 0) break;
            plain &= b >= 0x20 && b < 0x7f && (b != '"' && b != '\\' || !view.isJson());
        }
        if (!plain) {
            escaped(Arrays.copyOfRange(in.array(), in.arrayOffset() + at, in.arrayOffset() + end), out, view);
            return;
        }
        if (view.isJson()) out.put('"');
        out.put(in.array(), in.arrayOffset() + at, end - at);
        if (view.isJson()) out.put('"');
    }

    private static void escaped(byte[] bytes, TextBuffer out, View view) {
        String text = (String) Decoder.of(new Type.Array("char[]", CHAR, bytes.length)).value(bytes);
        if (view.isJson()) Escapes.json(text, out);
        else Escapes.text(text, out);
    }
}

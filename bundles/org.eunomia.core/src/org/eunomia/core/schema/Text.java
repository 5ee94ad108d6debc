package org.eunomia.core.schema;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Turns the kernel's bytes into text. */
final class Text {
    private Text() { }

    /** The bytes up to the first NUL or {@code length}, as UTF-8; bytes that are none come out as {@code \xNN}. */
    static String upToNul(ByteBuffer in, int at, int length) {
        int end = at;
        boolean ascii = true;
        while (end < at + length && in.get(end) != 0) ascii &= in.get(end++) > 0;
        byte[] bytes = new byte[end - at];
        in.get(at, bytes);
        return ascii ? new String(bytes, StandardCharsets.ISO_8859_1) : utf8(bytes);
    }

    private static String utf8(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length * 4);
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            if (!result.isError()) return out.flip().toString();
            for (int i = 0; i < result.length(); i++) out.put(String.format("\\x%02x", in.get() & 0xff));
            decoder.reset();
        }
    }
}

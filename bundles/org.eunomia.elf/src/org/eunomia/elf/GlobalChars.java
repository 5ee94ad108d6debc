package org.eunomia.elf;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Text in {@code char[]} and back. */
final class GlobalChars {
    private GlobalChars() { }

    /** Up to the first NUL; what is no UTF-8 or no printable character comes out as {@code \xNN}. */
    static String format(ByteBuffer in, int at, int count) {
        int end = at;
        while (end < at + count && in.get(end) != 0) end++;
        ByteBuffer bytes = in.slice(at, end - at);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        StringBuilder text = new StringBuilder();
        CharBuffer out = CharBuffer.allocate(bytes.limit() + 1);
        while (true) {
            CoderResult result = decoder.decode(bytes, out, true);
            escape(out.flip(), text);
            if (!result.isError()) return text.toString();
            for (int i = 0; i < result.length(); i++) text.append(String.format("\\x%02x", bytes.get() & 0xff));
            out.clear();
            decoder.reset();
        }
    }

    private static void escape(CharBuffer chars, StringBuilder text) {
        chars.codePoints().forEach(c -> {
            if (c == '\\') text.append("\\\\");
            else if (Character.isISOControl(c)) for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) text.append(String.format("\\x%02x", b & 0xff));
            else text.appendCodePoint(c);
        });
    }

    /** A backslash that begins neither {@code \xNN} nor {@code \\} stands for itself. */
    static byte[] parse(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < text.length();) {
            if (text.startsWith("\\\\", i)) {
                out.write('\\');
                i += 2;
            } else if (text.startsWith("\\x", i) && i + 4 <= text.length() && isHex(text.charAt(i + 2)) && isHex(text.charAt(i + 3))) {
                out.write(Integer.parseInt(text, i + 2, i + 4, 16));
                i += 4;
            } else {
                int c = text.codePointAt(i);
                out.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
                i += Character.charCount(c);
            }
        }
        return out.toByteArray();
    }

    private static boolean isHex(char c) {
        return Character.digit(c, 16) >= 0 && c < 0x80;
    }
}

package org.eunomia.ide.events.internal.details;

import org.eunomia.core.view.TextBuffer;

/** Bytes as {@code 0010  2f 65 74 63 …  /etc…}, sixteen a line, with where each byte stands in the text. */
public final class HexDump {
    private static final int PER_LINE = 16;
    private static final int HEAD = 6;
    private static final int TEXT = HEAD + PER_LINE * 3 + 2;
    private static final int LINE = TEXT + PER_LINE + 1;

    private HexDump() { }

    public static String of(byte[] data) {
        TextBuffer out = new TextBuffer();
        for (int line = 0; line < data.length; line += PER_LINE) {
            out.hexByte(line >> 8).hexByte(line).spaces(2);
            for (int i = line; i < line + PER_LINE; i++) {
                if (i % 8 == 0 && i > line) out.put(' ');
                if (i < data.length) out.hexByte(data[i]).put(' ');
                else out.spaces(3);
            }
            out.put(' ');
            for (int i = line; i < line + PER_LINE; i++) out.put(i >= data.length ? ' ' : data[i] >= 0x20 && data[i] < 0x7f ? (char) data[i] : '.');
            out.put('\n');
        }
        return out.toString();
    }

    /** Where the two digits of a byte start in {@link #of}'s text. */
    public static int digitsAt(int index) {
        int column = index % PER_LINE;
        return index / PER_LINE * LINE + HEAD + column * 3 + (column >= 8 ? 1 : 0);
    }

    /** Where the character of a byte stands. */
    public static int characterAt(int index) {
        return index / PER_LINE * LINE + TEXT + index % PER_LINE;
    }
}

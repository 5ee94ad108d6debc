package org.eunomia.core.view;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** UTF-8 text that grows. Used by one thread; the fast path of all output, so it takes numbers and bytes without making strings of them. */
public final class TextBuffer implements Comparable<TextBuffer> {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.ISO_8859_1);
    private byte[] bytes = new byte[1 << 12];
    private int length;

    public int length() {
        return length;
    }

    public void clear() {
        length = 0;
    }

    /** Forgets what was written after {@code length}. */
    public void truncate(int newLength) {
        length = newLength;
    }

    /** Hands everything to {@code out} and starts over. */
    public void drainTo(OutputStream out) throws IOException {
        out.write(bytes, 0, length);
        length = 0;
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    /** By the bytes, which is the order of code points. Not consistent with {@code equals}. */
    @Override
    public int compareTo(TextBuffer other) {
        return Arrays.compareUnsigned(bytes, 0, length, other.bytes, 0, other.length);
    }

    public TextBuffer put(char ascii) {
        room(1);
        bytes[length++] = (byte) ascii;
        return this;
    }

    /** Trusted text, written as it is. */
    public TextBuffer put(String text) {
        int n = text.length();
        room(n);
        for (int i = 0; i < n; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) return put(text.substring(i).getBytes(StandardCharsets.UTF_8));
            bytes[length++] = (byte) c;
        }
        return this;
    }

    public TextBuffer put(byte[] utf8) {
        return put(utf8, 0, utf8.length);
    }

    public TextBuffer put(byte[] utf8, int from, int count) {
        room(count);
        System.arraycopy(utf8, from, bytes, length, count);
        length += count;
        return this;
    }

    public TextBuffer spaces(int count) {
        if (count <= 0) return this;
        room(count);
        Arrays.fill(bytes, length, length + count, (byte) ' ');
        length += count;
        return this;
    }

    public TextBuffer number(long value) {
        if (value >= 0) return unsigned(value);
        put('-');
        return unsigned(-value); // of the smallest long this is itself, which as unsigned is right
    }

    public TextBuffer unsigned(long value) {
        if (value < 0) {
            long tens = Long.divideUnsigned(value, 10);
            return unsigned(tens).put((char) ('0' + (value - tens * 10)));
        }
        int digits = digits(value);
        room(digits);
        for (int i = length + digits - 1; i >= length; i--, value /= 10) bytes[i] = (byte) ('0' + value % 10);
        length += digits;
        return this;
    }

    /** Exactly {@code digits} decimal digits of a number that is not negative, with leading zeros. */
    public TextBuffer padded(long value, int digits) {
        room(digits);
        for (int i = length + digits - 1; i >= length; i--, value /= 10) bytes[i] = (byte) ('0' + value % 10);
        length += digits;
        return this;
    }

    /** Lower-case digits without prefix or leading zeros. */
    public TextBuffer hex(long value) {
        int digits = Math.max(1, (64 - Long.numberOfLeadingZeros(value) + 3) / 4);
        room(digits);
        for (int i = length + digits - 1; i >= length; i--, value >>>= 4) bytes[i] = HEX[(int) (value & 15)];
        length += digits;
        return this;
    }

    public TextBuffer hexByte(int value) {
        room(2);
        bytes[length++] = HEX[value >> 4 & 15];
        bytes[length++] = HEX[value & 15];
        return this;
    }

    byte byteAt(int index) {
        return bytes[index];
    }

    /** Code points from byte {@code from} to the end: what a terminal shows of text without wide or combining characters. */
    int widthFrom(int from) {
        int width = 0;
        for (int i = from; i < length; i++) if ((bytes[i] & 0xc0) != 0x80) width++;
        return width;
    }

    /** Moves what starts at byte {@code at} to the right by {@code count} spaces. */
    void indentFrom(int at, int count) {
        if (count <= 0) return;
        room(count);
        System.arraycopy(bytes, at, bytes, at + count, length - at);
        Arrays.fill(bytes, at, at + count, (byte) ' ');
        length += count;
    }

    /**
     * Whether {@code utf8} occurs somewhere.
     *
     * @param ignoringCase of the letters of ASCII; then those in {@code utf8} are lower-case
     */
    public boolean contains(byte[] utf8, boolean ignoringCase) {
        for (int from = 0; from <= length - utf8.length; from++) {
            int i = 0;
            while (i < utf8.length && (ignoringCase ? lower(bytes[from + i]) : bytes[from + i]) == utf8[i]) i++;
            if (i == utf8.length) return true;
        }
        return false;
    }

    private static byte lower(byte b) {
        return b >= 'A' && b <= 'Z' ? (byte) (b + 'a' - 'A') : b;
    }

    /** Whether {@code ascii} occurs at or after byte {@code from}. */
    boolean hasFrom(int from, char ascii) {
        for (int i = from; i < length; i++) if (bytes[i] == ascii) return true;
        return false;
    }

    /** Takes what starts at byte {@code at} out of the buffer. */
    byte[] cutFrom(int at) {
        byte[] cut = Arrays.copyOfRange(bytes, at, length);
        length = at;
        return cut;
    }

    private static int digits(long value) {
        int digits = 1;
        for (long power = 10; digits < 19 && value >= power; power *= 10) digits++;
        return digits;
    }

    private void room(int count) {
        if (bytes.length - length < count) bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
    }
}

package org.eunomia.core.view;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** An integer of up to 8 bytes. */
final class IntegerCell implements Cell {
    private final int size;
    private final boolean signed;
    private final ValueFormat format;

    IntegerCell(int size, boolean signed, ValueFormat format) {
        this.size = size;
        this.signed = signed;
        this.format = format;
    }

    @Override
    public int need() {
        return size;
    }

    @Override
    public void write(ByteBuffer in, int at, TextBuffer out, View view) {
        write(read(in, at, size, signed), signed, size, format, out, view);
    }

    static void write(long value, boolean signed, int size, ValueFormat format, TextBuffer out, View view) {
        if (format == ValueFormat.PORT_BE) value = swap(value, size);
        if (view.isText()) Numbers.text(value, signed, size, format, out);
        else if (signed) out.number(value);
        else out.unsigned(value);
    }

    static long swap(long value, int size) {
        if (ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN) return value & 0xffff;
        // In a field wider than two bytes the port still is the two bytes of the wire, wherever a plain assignment put them.
        return size >= 2 ? Short.toUnsignedLong(Short.reverseBytes((short) value)) : value;
    }

    static long read(ByteBuffer in, int at, int size, boolean signed) {
        return switch (size) {
            case 1 -> signed ? in.get(at) : in.get(at) & 0xff;
            case 2 -> signed ? in.getShort(at) : in.getShort(at) & 0xffff;
            case 4 -> signed ? in.getInt(at) : in.getInt(at) & 0xffffffffL;
            default -> in.getLong(at);
        };
    }

    /** An integer of 16 bytes. */
    record Wide(boolean signed) implements Cell {
        @Override
        public int need() {
            return 16;
        }

        @Override
        public void write(ByteBuffer in, int at, TextBuffer out, View view) {
            byte[] bigEndian = new byte[16];
            for (int i = 0; i < 16; i++) bigEndian[in.order() == ByteOrder.LITTLE_ENDIAN ? 15 - i : i] = in.get(at + i);
            out.put((signed ? new BigInteger(bigEndian) : new BigInteger(1, bigEndian)).toString());
        }
    }
}

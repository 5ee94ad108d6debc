package org.eunomia.core.view;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.eunomia.core.schema.Type;

/** A bit-field of up to 64 bits; offsets as {@link org.eunomia.core.schema.Field} counts them. */
record BitFieldCell(Type type, int bitOffset, int bitSize) implements Cell {
    @Override
    public int need() {
        return (bitOffset + bitSize + 7) / 8;
    }

    @Override
    public void write(ByteBuffer in, int at, TextBuffer out, View view) {
        long value = read(in, at);
        if (type instanceof Type.Enum e) EnumCell.write(e, value, out, view);
        else if (type instanceof Type.Bool) out.put(value != 0 ? "true" : "false");
        else if (signed()) out.number(value);
        else out.unsigned(value);
    }

    long read(ByteBuffer in, int at) {
        long value = 0;
        for (int bit = 0; bit < bitSize; bit++) value |= bit(in, at, bit) << (in.order() == ByteOrder.LITTLE_ENDIAN ? bit : bitSize - 1 - bit);
        return signed() && bitSize < 64 ? value << 64 - bitSize >> 64 - bitSize : value;
    }

    private boolean signed() {
        return type instanceof Type.Int i && i.signed() || type instanceof Type.Enum e && e.signed();
    }

    private long bit(ByteBuffer in, int at, int index) {
        int position = bitOffset + index;
        int shift = in.order() == ByteOrder.LITTLE_ENDIAN ? position & 7 : 7 - (position & 7);
        return in.get(at + (position >> 3)) >> shift & 1;
    }
}

package org.eunomia.engine.internal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.eunomia.core.schema.Field;
import org.eunomia.core.schema.Type;

/**
 * Where the field lies that tells one layout from the others.
 *
 * @param offset   bytes from the start of the record
 * @param bitShift from the least significant bit of the {@code size} bytes, for a bit-field
 * @param bits     width of a bit-field, 0 for an ordinary field
 */
record Tag(int offset, int size, int bitShift, int bits) {

    /** @param path names of fields, joined by dots; members of anonymous structs and unions count as members of what is around them */
    static Optional<Tag> find(Type type, String path) {
        return find(type, path, 0);
    }

    private static Optional<Tag> find(Type type, String path, int base) {
        if (!(type instanceof Type.Struct struct)) return Optional.empty();
        int dot = path.indexOf('.');
        String name = dot < 0 ? path : path.substring(0, dot);
        for (Field f : struct.fields()) {
            Optional<Tag> found = f.name().isEmpty() ? find(f.type(), path, base + f.offset())
                    : !f.name().equals(name) ? Optional.empty()
                    : dot < 0 ? of(f, base) : find(f.type(), path.substring(dot + 1), base + f.offset());
            if (found.isPresent()) return found;
        }
        return Optional.empty();
    }

    private static Optional<Tag> of(Field f, int base) {
        int offset = base + f.offset();
        if (f.isBitField()) {
            int bytes = (f.bitOffset() + f.bitSize() + 7) / 8;
            int shift = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN ? f.bitOffset() : bytes * 8 - f.bitOffset() - f.bitSize();
            return bytes > 8 ? Optional.empty() : Optional.of(new Tag(offset, bytes, shift, f.bitSize()));
        }
        boolean number = f.type() instanceof Type.Int || f.type() instanceof Type.Enum || f.type() instanceof Type.Char || f.type() instanceof Type.Bool;
        return number && f.type().size() <= 8 ? Optional.of(new Tag(offset, f.type().size(), 0, 0)) : Optional.empty();
    }

    /** Compares as many low bits as the field has, so that the sign does not matter. */
    boolean matches(ByteBuffer record, long value) {
        if (size > record.limit() - offset) return false;
        int width = bits > 0 ? bits : size * 8;
        long mask = width == 64 ? -1 : (1L << width) - 1;
        return (read(record) >>> bitShift & mask) == (value & mask);
    }

    private long read(ByteBuffer in) {
        long all = 0;
        for (int i = 0; i < size; i++) {
            int at = in.order() == ByteOrder.LITTLE_ENDIAN ? offset + size - 1 - i : offset + i;
            all = all << 8 | in.get(at) & 0xff;
        }
        return all;
    }
}

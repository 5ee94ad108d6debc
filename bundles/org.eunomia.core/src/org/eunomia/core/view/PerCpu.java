package org.eunomia.core.view;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.eunomia.core.schema.Field;
import org.eunomia.core.schema.Type;

/** Makes one value of those of all CPUs: integers are added up, everything else is that of the first CPU which has anything there. */
final class PerCpu {
    private PerCpu() { }

    static byte[] sum(Type type, byte[] values) {
        int size = type.size();
        int stride = (size + 7) / 8 * 8;
        ByteBuffer in = ByteBuffer.wrap(values).order(ByteOrder.nativeOrder());
        ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.nativeOrder());
        for (int at = 0; stride > 0 && at + size <= values.length; at += stride) add(type, in, at, out, 0);
        return out.array();
    }

    private static void add(Type type, ByteBuffer in, int from, ByteBuffer out, int to) {
        if (type instanceof Type.Int i && i.size() <= 8) {
            addInteger(i.size(), in, from, out, to);
        } else if (type instanceof Type.Struct s && !s.union()) {
            for (Field f : s.fields()) {
                if (f.isBitField()) copyIfZero(Math.min(f.type().size(), s.size() - f.offset()), in, from + f.offset(), out, to + f.offset());
                else add(f.type(), in, from + f.offset(), out, to + f.offset());
            }
        } else if (type instanceof Type.Array a && a.element() instanceof Type.Int e && e.size() > 1) {
            for (int i = 0; i < a.count(); i++) addInteger(e.size(), in, from + i * e.size(), out, to + i * e.size());
        } else {
            copyIfZero(type.size(), in, from, out, to);
        }
    }

    private static void addInteger(int size, ByteBuffer in, int from, ByteBuffer out, int to) {
        switch (size) {
            case 1 -> out.put(to, (byte) (out.get(to) + in.get(from)));
            case 2 -> out.putShort(to, (short) (out.getShort(to) + in.getShort(from)));
            case 4 -> out.putInt(to, out.getInt(to) + in.getInt(from));
            case 8 -> out.putLong(to, out.getLong(to) + in.getLong(from));
            default -> copyIfZero(size, in, from, out, to);
        }
    }

    private static void copyIfZero(int size, ByteBuffer in, int from, ByteBuffer out, int to) {
        for (int i = 0; i < size; i++) if (out.get(to + i) != 0) return;
        for (int i = 0; i < size; i++) out.put(to + i, in.get(from + i));
    }
}

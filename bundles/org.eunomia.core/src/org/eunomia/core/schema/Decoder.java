package org.eunomia.core.schema;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads records by their schema. Java types of the values: integers are {@link Long}, or {@link BigInteger} where a long cannot hold them;
 * {@link Boolean}; floats {@link Double}; enums {@link EnumValue}; pointers {@link Long}; {@code char[]} {@link String} up to the first NUL,
 * with bytes that are no UTF-8 as {@code \xNN}; other arrays {@link List}; structs {@link Map} in the order of their fields, with the members of anonymous
 * structs and unions in line. A field that lies beyond the end of a short record is left out, never guessed.
 */
public final class Decoder {
    private final Type type;
    private final ByteOrder order;

    private Decoder(Type type, ByteOrder order) {
        this.type = type;
        this.order = order;
    }

    public static Decoder of(Schema schema) {
        return of(schema.type());
    }

    public static Decoder of(Type type) {
        return new Decoder(type, ByteOrder.nativeOrder());
    }

    public static Decoder of(Type type, ByteOrder order) {
        return new Decoder(type, order);
    }

    /** A record that is no struct comes back as a map with the single key {@code value}. */
    @SuppressWarnings("unchecked")
    public Map<String, Object> decode(byte[] record) {
        Object value = value(record);
        if (value instanceof Map<?, ?> map) return (Map<String, Object>) map;
        return value == null ? Map.of() : Collections.singletonMap("value", value);
    }

    /** The whole record as one value; null when it is too short for any of it. */
    public Object value(byte[] record) {
        return read(type, ByteBuffer.wrap(record).order(order), 0);
    }

    private Object read(Type t, ByteBuffer in, int at) {
        return switch (t) {
            case Type.Struct s -> struct(s, in, at);
            case Type.Array a -> array(a, in, at);
            case Type.Int i -> fits(in, at, i.size()) ? integer(in, at, i.size(), i.signed()) : null;
            case Type.Char c -> fits(in, at, 1) ? (Object) (long) in.get(at) : null;
            case Type.Bool b -> fits(in, at, b.size()) ? (Object) (in.get(order == ByteOrder.LITTLE_ENDIAN ? at : at + b.size() - 1) != 0) : null;
            case Type.Float f -> fits(in, at, f.size()) ? floating(in, at, f.size()) : null;
            case Type.Enum e -> fits(in, at, e.size()) ? named(e, ((Number) wrap(in, at, e.size(), e.signed())).longValue()) : null;
            case Type.Pointer p -> fits(in, at, p.size()) ? integer(in, at, p.size(), true) : null;
        };
    }

    private static boolean fits(ByteBuffer in, int at, int size) {
        return at >= 0 && size <= in.limit() - at;
    }

    private Map<String, Object> struct(Type.Struct s, ByteBuffer in, int at) {
        if (at > in.limit()) return null;
        Map<String, Object> values = new LinkedHashMap<>();
        for (Field f : s.fields()) {
            Object value = f.isBitField() ? bits(f, in, at + f.offset()) : read(f.type(), in, at + f.offset());
            if (value == null) continue;
            if (f.name().isEmpty() && value instanceof Map<?, ?> inner) inner.forEach((k, v) -> values.put((String) k, v));
            else values.put(f.name(), value);
        }
        return values;
    }

    private Object bits(Field f, ByteBuffer in, int at) {
        int bytes = (f.bitOffset() + f.bitSize() + 7) / 8;
        if (!fits(in, at, bytes)) return null;
        BigInteger all = (BigInteger) wide(in, at, bytes, false);
        int shift = order == ByteOrder.LITTLE_ENDIAN ? f.bitOffset() : bytes * 8 - f.bitOffset() - f.bitSize();
        BigInteger value = all.shiftRight(shift).and(BigInteger.ONE.shiftLeft(f.bitSize()).subtract(BigInteger.ONE));
        boolean signed = f.type() instanceof Type.Int i && i.signed() || f.type() instanceof Type.Enum e && e.signed();
        if (signed && value.testBit(f.bitSize() - 1)) value = value.subtract(BigInteger.ONE.shiftLeft(f.bitSize()));
        return switch (f.type()) {
            case Type.Bool b -> value.signum() != 0;
            case Type.Enum e -> named(e, value.longValue());
            default -> narrow(value);
        };
    }

    private Object array(Type.Array a, ByteBuffer in, int at) {
        int size = a.element().size();
        int available = size == 0 || at > in.limit() ? 0 : (in.limit() - at) / size;
        if (a.count() > 0 && available == 0) return null;
        int count = a.count() == 0 ? available : Math.min(a.count(), available);
        if (a.isText()) return Text.upToNul(in, at, count);
        List<Object> values = new ArrayList<>(count);
        for (int i = 0; i < count; i++) values.add(read(a.element(), in, at + i * size));
        return values;
    }

    private Object integer(ByteBuffer in, int at, int size, boolean signed) {
        return size <= 8 ? wrap(in, at, size, signed) : narrow((BigInteger) wide(in, at, size, signed));
    }

    /** @return a Long, or a BigInteger for an unsigned 64-bit number beyond a long */
    private Object wrap(ByteBuffer in, int at, int size, boolean signed) {
        return switch (size) {
            case 1 -> (long) (signed ? in.get(at) : in.get(at) & 0xff);
            case 2 -> (long) (signed ? in.getShort(at) : in.getShort(at) & 0xffff);
            case 4 -> signed ? in.getInt(at) : in.getInt(at) & 0xffffffffL;
            case 8 -> signed || in.getLong(at) >= 0 ? (Object) in.getLong(at) : wide(in, at, 8, false);
            default -> narrow((BigInteger) wide(in, at, size, signed));
        };
    }

    private Object wide(ByteBuffer in, int at, int size, boolean signed) {
        byte[] bigEndian = new byte[size];
        for (int i = 0; i < size; i++) bigEndian[order == ByteOrder.LITTLE_ENDIAN ? size - 1 - i : i] = in.get(at + i);
        return signed ? new BigInteger(bigEndian) : new BigInteger(1, bigEndian);
    }

    private static Object narrow(BigInteger value) {
        return value.bitLength() < 64 ? (Object) value.longValue() : value;
    }

    private Object floating(ByteBuffer in, int at, int size) {
        return switch (size) {
            case 4 -> (double) in.getFloat(at);
            case 8 -> in.getDouble(at);
            default -> {
                List<Object> raw = new ArrayList<>(size);
                for (int i = 0; i < size; i++) raw.add((long) (in.get(at + i) & 0xff));
                yield raw;
            }
        };
    }

    private static EnumValue named(Type.Enum type, long number) {
        return type.values().stream().filter(e -> e.value() == number).findFirst()
                .map(e -> new EnumValue(e.name(), number)).orElseGet(() -> new EnumValue("", number));
    }
}

package org.eunomia.core.schema;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes values in the layout of a type: what {@link Decoder} reads comes out as the bytes it was, save padding and what follows the NUL of
 * a text. Numbers may be any {@link Number}, enums their name or number, and text any string that fits.
 */
public final class Encoder {
    private final Type type;
    private final ByteOrder order;

    private Encoder(Type type, ByteOrder order) {
        this.type = type;
        this.order = order;
    }

    public static Encoder of(Type type) {
        return new Encoder(type, ByteOrder.nativeOrder());
    }

    public static Encoder of(Type type, ByteOrder order) {
        return new Encoder(type, order);
    }

    /**
     * Fields that {@code value} leaves out are zero.
     *
     * @throws IllegalArgumentException with a line for the user, that names the place, when {@code value} does not fit the type
     */
    public byte[] encode(Object value) {
        byte[] out = new byte[type.size()];
        Object whole = !(type instanceof Type.Struct) && value instanceof Map<?, ?> map && map.keySet().equals(Set.of("value")) ? map.get("value") : value;
        write(type, whole, out, 0, "");
        return out;
    }

    private void write(Type t, Object value, byte[] out, int at, String place) {
        switch (t) {
            case Type.Struct s -> struct(s, value, out, at, place);
            case Type.Array a -> array(a, value, out, at, place);
            case Type.Int i -> put(out, at, i.size(), integer(value, i.size() * 8, i.signed(), i.cName(), place));
            case Type.Char c -> put(out, at, 1, integer(value, 8, true, c.cName(), place));
            case Type.Bool b -> put(out, at, b.size(), bool(value, place));
            case Type.Float f -> put(out, at, f.size(), floating(f, value, place));
            case Type.Enum e -> put(out, at, e.size(), enumerated(e, value, e.size() * 8, place));
            case Type.Pointer p -> put(out, at, p.size(), integer(value, p.size() * 8, false, p.cName(), place));
        }
    }

    private void struct(Type.Struct s, Object value, byte[] out, int at, String place) {
        if (!(value instanceof Map<?, ?> members)) throw wrong(place, "an object with the fields of " + s.cName() + " is wanted");
        for (Object name : members.keySet()) if (!has(s, String.valueOf(name))) throw wrong(place, s.cName() + " has no field '" + name + "'");
        fields(s, members, out, at, place);
    }

    private void fields(Type.Struct s, Map<?, ?> members, byte[] out, int at, String place) {
        for (Field f : s.fields()) {
            if (f.name().isEmpty() && f.type() instanceof Type.Struct inner) {
                fields(inner, members, out, at + f.offset(), place);
            } else if (members.containsKey(f.name())) {
                Object value = members.get(f.name());
                if (f.isBitField()) bits(f, value, out, at + f.offset(), place + "/" + f.name());
                else write(f.type(), value, out, at + f.offset(), place + "/" + f.name());
            }
        }
    }

    private static boolean has(Type.Struct s, String name) {
        return s.fields().stream().anyMatch(f -> f.name().isEmpty() ? f.type() instanceof Type.Struct inner && has(inner, name) : f.name().equals(name));
    }

    private void bits(Field f, Object value, byte[] out, int at, String place) {
        boolean signed = f.type() instanceof Type.Int i && i.signed() || f.type() instanceof Type.Enum e && e.signed();
        BigInteger bits = switch (f.type()) {
            case Type.Bool b -> bool(value, place);
            case Type.Enum e -> enumerated(e, value, f.bitSize(), place);
            default -> integer(value, f.bitSize(), signed, f.type().cName(), place);
        };
        for (int i = 0; i < f.bitSize(); i++) {
            boolean little = order == ByteOrder.LITTLE_ENDIAN;
            int bit = little ? f.bitOffset() + i : f.bitOffset() + f.bitSize() - 1 - i;
            if (bits.testBit(i)) out[at + bit / 8] |= (byte) (1 << (little ? bit % 8 : 7 - bit % 8));
        }
    }

    private void array(Type.Array a, Object value, byte[] out, int at, String place) {
        if (a.isText() && value instanceof String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            if (bytes.length > a.count()) throw wrong(place, "text of " + bytes.length + " bytes does not fit " + a.cName());
            System.arraycopy(bytes, 0, out, at, bytes.length);
            return;
        }
        if (!(value instanceof List<?> elements)) throw wrong(place, (a.isText() ? "text" : "a list") + " is wanted for " + a.cName());
        if (elements.size() > a.count()) throw wrong(place, elements.size() + " elements do not fit " + a.cName());
        int i = 0;
        for (Iterator<?> each = elements.iterator(); each.hasNext(); i++) write(a.element(), each.next(), out, at + i * a.element().size(), place + "/" + i);
    }

    private static BigInteger bool(Object value, String place) {
        if (value instanceof Boolean b) return b ? BigInteger.ONE : BigInteger.ZERO;
        throw wrong(place, "true or false is wanted");
    }

    private static BigInteger enumerated(Type.Enum e, Object value, int bits, String place) {
        String name = value instanceof EnumValue known ? known.name().isEmpty() ? Long.toString(known.number()) : known.name() : value instanceof String text ? text : null;
        if (name == null) return integer(value, bits, e.signed(), e.cName(), place);
        return e.values().stream().filter(v -> v.name().equals(name)).findFirst().map(v -> BigInteger.valueOf(v.value()))
                .orElseGet(() -> integer(name, bits, e.signed(), e.cName(), place));
    }

    private static BigInteger integer(Object value, int bits, boolean signed, String cName, String place) {
        BigInteger number = whole(value, cName, place);
        BigInteger low = signed ? BigInteger.ONE.shiftLeft(bits - 1).negate() : BigInteger.ZERO;
        BigInteger high = BigInteger.ONE.shiftLeft(signed ? bits - 1 : bits).subtract(BigInteger.ONE);
        if (number.compareTo(low) < 0 || number.compareTo(high) > 0) throw wrong(place, number + " is out of the range of " + cName + ", " + low + " to " + high);
        return number;
    }

    private static BigInteger whole(Object value, String cName, String place) {
        try {
            return switch (value) {
                case BigInteger big -> big;
                case Integer i -> BigInteger.valueOf(i);
                case Long l -> BigInteger.valueOf(l);
                case Double d -> new BigDecimal(d).toBigIntegerExact();
                case BigDecimal d when d.scale() > -100 && d.precision() < 100 -> d.toBigIntegerExact();
                case String text when text.length() < 100 -> text.startsWith("0x") ? new BigInteger(text.substring(2), 16) : new BigInteger(text);
                case null, default -> throw wrong(place, "a whole number is wanted for " + cName);
            };
        } catch (ArithmeticException | NumberFormatException e) {
            throw wrong(place, "'" + value + "' is no whole number, as is wanted for " + cName);
        }
    }

    private static BigInteger floating(Type.Float f, Object value, String place) {
        if (!(value instanceof Number number)) throw wrong(place, "a number is wanted for " + f.cName());
        return switch (f.size()) {
            case 4 -> BigInteger.valueOf(Float.floatToRawIntBits(number.floatValue()));
            case 8 -> BigInteger.valueOf(Double.doubleToRawLongBits(number.doubleValue()));
            default -> throw wrong(place, f.cName() + " cannot be written");
        };
    }

    private void put(byte[] out, int at, int size, BigInteger value) {
        for (int i = 0; i < size; i++) out[at + (order == ByteOrder.LITTLE_ENDIAN ? i : size - 1 - i)] = value.shiftRight(8 * i).byteValue();
    }

    private static IllegalArgumentException wrong(String place, String problem) {
        return new IllegalArgumentException((place.isEmpty() ? "" : place + ": ") + problem);
    }
}

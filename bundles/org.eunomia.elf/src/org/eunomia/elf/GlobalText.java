package org.eunomia.elf;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.schema.Type;
import org.eunomia.core.spec.ParamSpec;

/**
 * The text form of global variables, as users type it: integers {@code 10} or {@code 0xa}; {@code true}; {@code 1.5}; enums by name or number; a char as
 * character or number; {@code char[]} as text, with {@code \xNN} for a byte and {@code \\} for a backslash where that matters; other arrays, also of arrays,
 * as {@code 1,2,3}, where what is left out at the end is zero.
 */
public final class GlobalText {
    private GlobalText() { }

    /**
     * @return as many bytes as the type has, in the host's byte order
     * @throws OperationFailedException with {@code ParamInvalid} when the text is not of the type or out of its range
     */
    public static byte[] parse(ParamSpec param, String text) throws OperationFailedException {
        return new GlobalParser(param, text).parse();
    }

    /** @param bytes in the host's byte order; missing ones count as zero */
    public static String format(Type type, byte[] bytes) {
        return format(type, bytes, ByteOrder.nativeOrder());
    }

    static String format(Type type, byte[] bytes, ByteOrder order) {
        ByteBuffer in = ByteBuffer.allocate(Math.max(type.size(), bytes.length)).order(order);
        in.put(0, bytes);
        return format(type, in, 0);
    }

    /** Whether values of that type have a form as text that can be read back. */
    static boolean isSettable(Type type) {
        return switch (type) {
            case Type.Int i -> true;
            case Type.Char c -> true;
            case Type.Bool b -> b.size() > 0;
            case Type.Float f -> f.size() == 4 || f.size() == 8;
            case Type.Enum e -> true;
            case Type.Pointer p -> false;
            case Type.Array a -> a.count() > 0 && isSettable(a.element());
            case Type.Struct s -> false;
        };
    }

    private static String format(Type type, ByteBuffer in, int at) {
        return switch (type) {
            case Type.Int i -> integer(in, at, i.size(), i.signed()).toString();
            case Type.Char c -> character(in.get(at));
            case Type.Bool b -> Boolean.toString(integer(in, at, b.size(), false).signum() != 0);
            case Type.Float f when f.size() == 4 -> Float.toString(in.getFloat(at));
            case Type.Float f when f.size() == 8 -> Double.toString(in.getDouble(at));
            case Type.Float f -> hex(in, at, f.size());
            case Type.Enum e -> name(e, integer(in, at, e.size(), e.signed()));
            case Type.Pointer p -> hex(in, at, p.size());
            case Type.Array a when a.isText() -> GlobalChars.format(in, at, a.count());
            case Type.Array a -> elements(a, in, at);
            case Type.Struct s -> "{…}";
        };
    }

    private static BigInteger integer(ByteBuffer in, int at, int size, boolean signed) {
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) bytes[in.order() == ByteOrder.BIG_ENDIAN ? i : size - 1 - i] = in.get(at + i);
        return size == 0 ? BigInteger.ZERO : signed ? new BigInteger(bytes) : new BigInteger(1, bytes);
    }

    private static String hex(ByteBuffer in, int at, int size) {
        return "0x" + integer(in, at, size, false).toString(16);
    }

    /** Digits would read back as numbers, and blanks not at all. */
    private static String character(byte c) {
        return c > ' ' && c < 0x7f && c != ',' && !Character.isDigit(c) ? Character.toString(c) : Byte.toString(c);
    }

    private static String name(Type.Enum type, BigInteger number) {
        return type.values().stream().filter(v -> v.value() == number.longValue()).findFirst().map(Type.Enumerator::name).orElse(number.toString());
    }

    private static String elements(Type.Array a, ByteBuffer in, int at) {
        Type element = a.element();
        while (element instanceof Type.Array row && !row.isText()) element = row.element();
        int size = element.size();
        int used = size == 0 ? 0 : a.size() / size;
        while (used > 1 && isZero(in, at + (used - 1) * size, size)) used--;
        List<String> texts = new ArrayList<>(used);
        for (int i = 0; i < used; i++) {
            String text = format(element, in, at + i * size);
            texts.add(element instanceof Type.Array ? text.replace(",", "\\x2c") : text);
        }
        return String.join(",", texts);
    }

    private static boolean isZero(ByteBuffer in, int at, int size) {
        for (int i = 0; i < size; i++) if (in.get(at + i) != 0) return false;
        return true;
    }
}

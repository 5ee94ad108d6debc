package org.eunomia.elf;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.schema.Type;
import org.eunomia.core.spec.ParamSpec;

/** Turns one text into the bytes of one param. */
final class GlobalParser {
    private static final int MAX_SIZE = 1 << 20;
    private static final int NAMES_SHOWN = 12;

    private final ParamSpec param;
    private final String text;
    private final ByteBuffer out;

    GlobalParser(ParamSpec param, String text) throws OperationFailedException {
        this.param = param;
        this.text = text;
        if (!GlobalText.isSettable(param.type())) throw invalid(param.type().cName() + " cannot be set", "");
        if (param.type().size() > MAX_SIZE) throw invalid(param.type().cName() + " is too large to be set", "");
        this.out = ByteBuffer.allocate(param.type().size()).order(ByteOrder.nativeOrder());
    }

    byte[] parse() throws OperationFailedException {
        switch (param.type()) {
            case Type.Array a when a.isText() -> chars(text, a, 0);
            case Type.Array a -> elements(a);
            case Type scalar -> scalar(text.strip(), scalar, 0);
        }
        return out.array();
    }

    private void elements(Type.Array a) throws OperationFailedException {
        if (text.isEmpty()) return;
        Type element = a.element();
        while (element instanceof Type.Array inner && !inner.isText()) element = inner.element();
        String[] parts = text.split(",", -1);
        int count = a.size() / element.size();
        if (parts.length > count) throw invalid(parts.length + " elements, but " + a.cName() + " has " + count, "");
        for (int i = 0; i < parts.length; i++) {
            int at = i * element.size();
            if (element instanceof Type.Array row) chars(parts[i], row, at);
            else scalar(parts[i].strip(), element, at);
        }
    }

    private void scalar(String s, Type type, int at) throws OperationFailedException {
        switch (type) {
            case Type.Int i -> put(ranged(s, i.cName(), i.size(), i.signed()), i.size(), at);
            case Type.Char c -> put(character(s), 1, at);
            case Type.Bool b -> put(bool(s) ? BigInteger.ONE : BigInteger.ZERO, b.size(), at);
            case Type.Float f when f.size() == 4 -> out.putFloat(at, single(s));
            case Type.Float f -> out.putDouble(at, floating(s));
            case Type.Enum e -> put(enumerator(s, e), e.size(), at);
            case Type.Pointer p -> throw new IllegalStateException("pointers are not settable");
            case Type.Array a -> throw new IllegalStateException("arrays have elements");
            case Type.Struct t -> throw new IllegalStateException("structs are not settable");
        }
    }

    private void put(BigInteger value, int size, int at) {
        for (int i = 0; i < size; i++) out.put(out.order() == ByteOrder.LITTLE_ENDIAN ? at + i : at + size - 1 - i, value.shiftRight(8 * i).byteValue());
    }

    private Optional<BigInteger> number(String s) throws OperationFailedException {
        String digits = s.startsWith("-") || s.startsWith("+") ? s.substring(1) : s;
        boolean hex = digits.startsWith("0x") || digits.startsWith("0X");
        if (hex) digits = digits.substring(2);
        if (!digits.matches(hex ? "[0-9a-fA-F]+" : "[0-9]+")) return Optional.empty();
        if (digits.length() > 64) throw invalid("a number of " + digits.length() + " digits", "");
        BigInteger value = new BigInteger(digits, hex ? 16 : 10);
        return Optional.of(s.startsWith("-") ? value.negate() : value);
    }

    private BigInteger ranged(String s, String name, int size, boolean signed) throws OperationFailedException {
        BigInteger value = number(s).orElse(null);
        if (value == null) throw invalid(quoted(s) + "this is not a whole number", "write it as 10 or 0xa");
        BigInteger least = signed ? BigInteger.ONE.shiftLeft(size * 8 - 1).negate() : BigInteger.ZERO;
        BigInteger most = BigInteger.ONE.shiftLeft(signed ? size * 8 - 1 : size * 8).subtract(BigInteger.ONE);
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw invalid(quoted(s) + "out of the range of " + name, "it takes " + least + " to " + most);
        }
        return value;
    }

    private BigInteger character(String s) throws OperationFailedException {
        Optional<BigInteger> value = number(s);
        if (value.isPresent()) {
            if (value.get().intValue() < -128 || value.get().bitLength() > 8) throw invalid(quoted(s) + "out of the range of a char", "it takes a character, or a number from -128 to 255");
            return value.get();
        }
        byte[] bytes = GlobalChars.parse(s.length() == 3 && s.startsWith("'") && s.endsWith("'") ? s.substring(1, 2) : s);
        if (bytes.length != 1) throw invalid(quoted(s) + "this is not a single character", "it takes a character, or a number from -128 to 255");
        return BigInteger.valueOf(bytes[0]);
    }

    private boolean bool(String s) throws OperationFailedException {
        return switch (s.toLowerCase(Locale.ROOT)) {
            case "true", "1", "yes", "on" -> true;
            case "false", "0", "no", "off" -> false;
            default -> throw invalid(quoted(s) + "this is neither true nor false", "it takes true or false");
        };
    }

    private float single(String s) throws OperationFailedException {
        floating(s);
        float value = Float.parseFloat(s);
        if (Float.isInfinite(value) && !s.endsWith("Infinity")) throw invalid(quoted(s) + "out of the range of float", "");
        return value;
    }

    private double floating(String s) throws OperationFailedException {
        if (!s.matches("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?|[+-]?Infinity|NaN")) throw invalid(quoted(s) + "this is not a number", "write it as 1.5 or 2e-3");
        double value = Double.parseDouble(s);
        if (Double.isInfinite(value) && !s.endsWith("Infinity")) throw invalid(quoted(s) + "out of the range of double", "");
        return value;
    }

    private BigInteger enumerator(String s, Type.Enum type) throws OperationFailedException {
        for (Type.Enumerator e : type.values()) if (e.name().equals(s)) return BigInteger.valueOf(e.value());
        if (number(s).isPresent()) return ranged(s, type.cName().isEmpty() ? "the enum" : type.cName(), type.size(), type.signed());
        List<Type.Enumerator> names = type.values();
        throw invalid(quoted(s) + "no such name in " + (type.cName().isEmpty() ? "the enum" : type.cName()),
                "it takes " + names.stream().limit(NAMES_SHOWN).map(Type.Enumerator::name).collect(Collectors.joining(", "))
                        + (names.size() > NAMES_SHOWN ? ", …" : "") + ", or a number");
    }

    /** One byte stays free, because programs look for the NUL. */
    private void chars(String s, Type.Array type, int at) throws OperationFailedException {
        byte[] bytes = GlobalChars.parse(s);
        if (bytes.length > type.count() - 1) {
            throw invalid(bytes.length + " bytes of text do not fit into " + type.cName(), "it takes up to " + (type.count() - 1) + " bytes, the last one is the terminating NUL");
        }
        out.put(at, bytes);
    }

    /** Names the element at fault where the whole text is a list. */
    private String quoted(String s) {
        return s.equals(text.strip()) ? "" : "'" + s + "': ";
    }

    private OperationFailedException invalid(String problem, String hint) {
        return new OperationFailedException(new Failure.ParamInvalid(param.name(), text, problem, hint));
    }
}

package org.eunomia.pack.internal;

import java.math.BigInteger;
import org.eunomia.core.schema.Type;

/** A param's default is text to us, but a number in JSON where the same text comes back from it. */
public final class ParamDefault {
    private ParamDefault() { }

    static Object write(Type type, String text) {
        Object value = switch (type) {
            case Type.Bool b when text.equals("true") || text.equals("false") -> Boolean.valueOf(text);
            case Type.Int i when text.matches("-?[0-9]{1,40}") -> whole(text);
            case Type.Enum e when text.matches("-?[0-9]{1,20}") -> whole(text);
            case Type.Float f when text.matches("-?[0-9.]{1,40}([eE][+-]?[0-9]{1,3})?") && text.matches(".*[0-9].*") -> decimal(text);
            default -> text;
        };
        return read(value).equals(text) ? value : text;
    }

    private static Object whole(String text) {
        BigInteger number = new BigInteger(text);
        return number.bitLength() < 64 ? (Object) number.longValue() : number;
    }

    private static Object decimal(String text) {
        try {
            double number = Double.parseDouble(text);
            return Double.isFinite(number) ? (Object) number : text;
        } catch (NumberFormatException e) {
            return text;
        }
    }

    /** The text of a plain value: text, number or boolean. */
    public static String read(Object value) {
        return String.valueOf(value);
    }

    /** The option of a param that does not name one. */
    public static String longOption(String name) {
        return name.replace('_', '-');
    }
}

package org.eunomia.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import org.eunomia.core.StartOptions;

/** Values of a document that are no objects. */
final class Scalars {
    private Scalars() { }

    /** What a component is that the text leaves out. */
    static Object absent(Class<?> type) {
        if (type == int.class) return 0;
        if (type == long.class) return 0L;
        if (type == double.class) return 0.0;
        if (type == boolean.class) return false;
        if (type == String.class) return "";
        if (type == Duration.class) return Duration.ZERO;
        if (type == StartOptions.Budget.class) return StartOptions.Budget.UNLIMITED;
        if (type == StartOptions.class) return StartOptions.NONE;
        return null;
    }

    /** @throws IllegalArgumentException or {@link java.time.DateTimeException} when the text means nothing */
    static Object read(Class<?> type, Object json, String at) throws InvalidDocumentException {
        if (type == Object.class) return json;
        if (type == int.class || type == Integer.class) return (int) integer(json, at, Integer.MIN_VALUE, Integer.MAX_VALUE);
        if (type == long.class || type == Long.class) return integer(json, at, Long.MIN_VALUE, Long.MAX_VALUE);
        if (type == double.class) return number(json, at);
        if (type == boolean.class) {
            if (json instanceof Boolean) return json;
            throw new InvalidDocumentException(at, "true or false is wanted");
        }
        String text = text(json, at);
        if (type == String.class) return text;
        if (type == byte[].class) return Base64.getDecoder().decode(text);
        if (type == Instant.class) return Instant.parse(text);
        if (type == Duration.class) return Durations.parse(text);
        if (type.isEnum()) return constant(type, text, at);
        throw new IllegalStateException("no form for " + type);
    }

    private static Object constant(Class<?> type, String text, String at) throws InvalidDocumentException {
        String wanted = text.toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(type.getEnumConstants()).filter(c -> ((Enum<?>) c).name().equals(wanted)).findFirst()
                .orElseThrow(() -> new InvalidDocumentException(at, "one of " + String.join(", ", Arrays.stream(type.getEnumConstants())
                        .map(c -> ((Enum<?>) c).name().toLowerCase(Locale.ROOT).replace('_', '-')).toList()) + " is wanted"));
    }

    static long integer(Object json, String at, long least, long most) throws InvalidDocumentException {
        if (json instanceof Long number && number >= least && number <= most) return number;
        throw new InvalidDocumentException(at, "a whole number from " + least + " to " + most + " is wanted");
    }

    private static double number(Object json, String at) throws InvalidDocumentException {
        if (json instanceof Number number) return number.doubleValue();
        throw new InvalidDocumentException(at, "a number is wanted");
    }

    private static String text(Object json, String at) throws InvalidDocumentException {
        if (json instanceof String text) return text;
        throw new InvalidDocumentException(at, "a string is wanted");
    }

    static Object key(Class<?> type, String name, String at) throws InvalidDocumentException {
        if (type == String.class) return name;
        try {
            return Integer.valueOf(name);
        } catch (NumberFormatException e) {
            throw new InvalidDocumentException(at, "a whole number is wanted as name");
        }
    }
}

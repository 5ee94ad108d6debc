package org.eunomia.ide.core.launch;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spans of time as users type them on the command line: {@code 10s}, {@code 500ms}, {@code 2m}, {@code 1h}; a bare number is seconds. */
public final class Timespan {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,9})?)\\s*(ms|s|m|min|h|)");

    private Timespan() { }

    /**
     * @param text blank for no end, which is zero
     * @throws IllegalArgumentException with a message for the user
     */
    public static Duration parse(String text) {
        if (text.isBlank()) return Duration.ZERO;
        Matcher m = FORM.matcher(text.strip());
        if (!m.matches()) throw new IllegalArgumentException("'" + text.strip() + "' is no span of time: 10s, 500ms, 2m and 1h are");
        double millis = Double.parseDouble(m.group(1)) * switch (m.group(2)) {
            case "ms" -> 1;
            case "m", "min" -> 60_000;
            case "h" -> 3_600_000;
            default -> 1_000;
        };
        if (millis < 1) throw new IllegalArgumentException("a span of time of at least 1ms is needed, or none for no end");
        return Duration.ofMillis((long) millis);
    }
}

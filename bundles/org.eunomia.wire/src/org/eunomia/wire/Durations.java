package org.eunomia.wire;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them. */
public final class Durations {
    private static final Pattern SHORT = Pattern.compile("(\\d{1,12})(ms|s|m|h|d)");

    private Durations() { }

    /**
     * Takes {@code 500ms}, {@code 10s}, {@code 5m}, {@code 2h}, {@code 1d}, and ISO 8601.
     *
     * @throws IllegalArgumentException with a line for the user
     */
    public static Duration parse(String text) {
        Matcher m = SHORT.matcher(text);
        if (m.matches()) {
            long count = Long.parseLong(m.group(1));
            return switch (m.group(2)) {
                case "ms" -> Duration.ofMillis(count);
                case "s" -> Duration.ofSeconds(count);
                case "m" -> Duration.ofMinutes(count);
                case "h" -> Duration.ofHours(count);
                default -> Duration.ofDays(count);
            };
        }
        try {
            Duration iso = Duration.parse(text);
            if (!iso.isNegative()) return iso;
        } catch (java.time.DateTimeException e) {
            // said below
        }
        throw new IllegalArgumentException("'" + text + "' is no duration such as 500ms, 10s, 5m or 2h");
    }
}

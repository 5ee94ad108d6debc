package org.eunomia.cli.internal;

import java.time.Duration;

/** Spans of time as users type them: {@code 10s}, {@code 500ms}, {@code 2m}, {@code 1h}, {@code 1.5s}; a bare number is seconds. */
final class Durations {
    private Durations() { }

    static Duration parse(String option, String text) throws UsageException {
        int digits = 0;
        while (digits < text.length() && (Character.isDigit(text.charAt(digits)) || text.charAt(digits) == '.')) digits++;
        long nanos = switch (text.substring(digits)) {
            case "ms" -> 1_000_000L;
            case "s", "" -> 1_000_000_000L;
            case "m", "min" -> 60_000_000_000L;
            case "h" -> 3_600_000_000_000L;
            default -> 0;
        };
        try {
            double amount = Double.parseDouble(text.substring(0, digits));
            if (nanos > 0 && amount > 0 && amount * nanos < Long.MAX_VALUE) return Duration.ofNanos((long) (amount * nanos));
        } catch (NumberFormatException e) {
            // falls through to the one message for all that is no span of time
        }
        throw new UsageException("option '" + option + "' needs a span of time, not '" + text + "'", "for example 10s, 500ms, 2m or 1h");
    }
}

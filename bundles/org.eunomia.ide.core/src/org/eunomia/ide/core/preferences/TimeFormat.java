package org.eunomia.ide.core.preferences;

import java.util.Locale;

/** How the time of an event is written. */
public enum TimeFormat {
    /** {@code 18:00:00.123}, in the zone of this machine. */
    CLOCK("Time of day"),
    /** {@code 2026-11-23T18:00:00.123456789Z} */
    INSTANT("Date and time, UTC"),
    /** Seconds since the first event. */
    RELATIVE("Seconds since the first event");

    private final String title;

    TimeFormat(String title) {
        this.title = title;
    }

    /** For people. */
    public String title() {
        return title;
    }

    /** As a preference has it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@link #CLOCK} for what is none. */
    public static TimeFormat of(String text) {
        for (TimeFormat f : values()) if (f.text().equals(text)) return f;
        return CLOCK;
    }
}

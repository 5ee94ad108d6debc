package org.eunomia.core.view;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Writes times of events. Keeps what stays the same from one event to the next, so use one per thread. */
public final class Times {
    private static final long SECOND = 1_000_000_000L;
    private final ZoneId zone;
    private long localSecond = Long.MIN_VALUE;
    private byte[] local = new byte[0];
    private long utcSecond = Long.MIN_VALUE;
    private byte[] utc = new byte[0];
    private long day = Long.MIN_VALUE;
    private String date = "";

    public Times(ZoneId zone) {
        this.zone = zone;
    }

    /** {@code HH:MM:SS.mmm} in the zone. */
    public void local(long epochNanos, TextBuffer out) {
        long second = Math.floorDiv(epochNanos, SECOND);
        if (second != localSecond) {
            localSecond = second;
            int offset = zone.getRules().getOffset(Instant.ofEpochSecond(second)).getTotalSeconds();
            local = clock(Math.floorMod(second + offset, 86_400L)).getBytes(StandardCharsets.ISO_8859_1);
        }
        out.put(local).put('.').padded(Math.floorMod(epochNanos, SECOND) / 1_000_000, 3);
    }

    /** {@code 2026-11-23T18:00:00.123456789Z}. */
    public void instant(long epochNanos, TextBuffer out) {
        long second = Math.floorDiv(epochNanos, SECOND);
        if (second != utcSecond) {
            utcSecond = second;
            long newDay = Math.floorDiv(second, 86_400L);
            if (newDay != day) date = LocalDate.ofEpochDay(newDay).toString();
            day = newDay;
            utc = (date + 'T' + clock(Math.floorMod(second, 86_400L))).getBytes(StandardCharsets.ISO_8859_1);
        }
        out.put(utc).put('.').padded(Math.floorMod(epochNanos, SECOND), 9).put('Z');
    }

    private static String clock(long secondOfDay) {
        TextBuffer out = new TextBuffer();
        return out.padded(secondOfDay / 3600, 2).put(':').padded(secondOfDay / 60 % 60, 2).put(':').padded(secondOfDay % 60, 2).toString();
    }
}

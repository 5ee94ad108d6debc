package org.eunomia.engine.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class UsageTest {
    private final Usage usage = new Usage(0);

    private static long seconds(double s) {
        return (long) (s * TimeUnit.SECONDS.toNanos(1));
    }

    @Test
    void isNothingAtTheStart() {
        assertEquals(0, usage.eventsPerSecond());
        assertEquals(0, usage.cpuPercent());
    }

    @Test
    void averagesOverTheLastSecondsOnly() {
        for (int s = 1; s <= 10; s++) usage.add(seconds(s), s * 1000L, 0, false);
        for (int s = 11; s <= 20; s++) usage.add(seconds(s), 10_000 + (s - 10) * 10, 0, false);
        assertEquals(10, usage.eventsPerSecond(), 1e-9);
    }

    @Test
    void takesRunTimeOnlyFromWhereTheKernelCounts() {
        usage.add(seconds(1), 0, 0, false);
        usage.add(seconds(2), 0, seconds(7), true);
        assertEquals(0, usage.cpuPercent());
        usage.add(seconds(4), 0, seconds(8), true);
        assertEquals(50, usage.cpuPercent(), 1e-9);
        usage.add(seconds(5), 0, 0, false);
        assertEquals(0, usage.cpuPercent());
    }

    @Test
    void startsAnewAfterALongSilence() {
        usage.add(seconds(1), 1000, seconds(1), true);
        usage.add(seconds(1000), 1000, seconds(1), true);
        usage.add(seconds(1001), 1100, seconds(1.25), true);
        usage.add(seconds(1005), 1500, seconds(2.25), true);
        assertEquals(100, usage.eventsPerSecond(), 1e-9);
        assertEquals(25, usage.cpuPercent(), 1e-9);
    }
}

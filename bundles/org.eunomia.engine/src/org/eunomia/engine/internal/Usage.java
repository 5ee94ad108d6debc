package org.eunomia.engine.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;

/** What a tracker used over the last seconds, from samples of numbers that only grow. Safe for use by several threads. */
final class Usage {
    static final long WINDOW_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final double SECOND_NANOS = TimeUnit.SECONDS.toNanos(1);

    /**
     * @param events   read so far
     * @param runNanos that the programs ran so far, as far as the kernel kept statistics
     * @param counting whether it does so from here on
     */
    private record Sample(long atNanos, long events, long runNanos, boolean counting) { }

    private final Deque<Sample> samples = new ArrayDeque<>();

    Usage(long startNanos) {
        samples.add(new Sample(startNanos, 0, 0, false));
    }

    synchronized void add(long atNanos, long events, long runNanos, boolean counting) {
        samples.add(new Sample(atNanos, events, runNanos, counting));
        while (samples.size() > 2 && atNanos - second().atNanos >= WINDOW_NANOS) samples.removeFirst();
    }

    private Sample second() {
        var all = samples.iterator();
        all.next();
        return all.next();
    }

    synchronized double eventsPerSecond() {
        return SECOND_NANOS * rate(samples.getFirst(), Sample::events);
    }

    /** 100 being one CPU; 0 as long as no two samples were taken since the kernel began to count. */
    synchronized double cpuPercent() {
        Sample from = null;
        for (Sample s : samples) {
            if (!s.counting) from = null;
            else if (from == null) from = s;
        }
        return from == null ? 0 : 100 * rate(from, Sample::runNanos);
    }

    private double rate(Sample from, ToLongFunction<Sample> what) {
        Sample to = samples.getLast();
        return to.atNanos <= from.atNanos ? 0 : (double) (what.applyAsLong(to) - what.applyAsLong(from)) / (to.atNanos - from.atNanos);
    }
}

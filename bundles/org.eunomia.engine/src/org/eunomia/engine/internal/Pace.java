package org.eunomia.engine.internal;

/**
 * How long to leave buffers alone between two drains while records come. A reader that sleeps in the kernel is woken for nearly every
 * record, and the traced program pays for it; one that looks by the clock costs it nothing. So the pause grows up to {@link #LONGEST_NANOS}
 * as long as a drain finds buffers nearly empty, and shrinks down to none before they can fill up. After a drain that found nothing it is
 * time to sleep in the kernel again. A record that came after a long sleep starts nothing: so few wake-ups harm nobody.
 */
final class Pace {
    static final long LONGEST_NANOS = 10_000_000;
    private static final long FIRST_NANOS = 1_000_000;
    /** Below that a thread's timer is too coarse to be worth it. */
    private static final long SHORTEST_NANOS = 100_000;
    /** Records that come further apart are waited for one by one. */
    static final long RARE_NANOS = 2_000_000;
    /** Share of a buffer that a drain should find used: far from full, since records may come in bursts. */
    private static final double WANTED_FILL = 0.125;
    private long nanos;
    private boolean idle = true;

    /**
     * @param fill        share of the fullest buffer that a drain found used, 0 when it found nothing
     * @param sleptNanos how long the wait in the kernel took that came before, 0 when there was none
     */
    void drained(double fill, long sleptNanos) {
        if (fill == 0) {
            idle = true;
            nanos = 0;
        } else if (idle) {
            idle = sleptNanos >= RARE_NANOS;
            nanos = FIRST_NANOS;
        } else {
            double wanted = Math.max(nanos, SHORTEST_NANOS) * Math.min(2, WANTED_FILL / fill);
            nanos = wanted < SHORTEST_NANOS ? 0 : Math.min(LONGEST_NANOS, (long) wanted);
        }
    }

    /** Whether to wait for records in the kernel. */
    boolean idle() {
        return idle;
    }

    /** How long to pause before the next drain when not idle. */
    long nanos() {
        return nanos;
    }
}

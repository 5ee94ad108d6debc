package org.eunomia.ide.events.internal.charts;

import java.util.Arrays;

/** How many events came in each of the last seconds, or whatever a slot is long. Older slots are forgotten. Used by one thread. */
public final class RateSeries {
    private final long slotNanos;
    private final long[] counts;
    /** The newest slot, counted from 1970. */
    private long newest = Long.MIN_VALUE;
    private long oldest = Long.MAX_VALUE;

    public RateSeries(int slots, long slotNanos) {
        this.slotNanos = slotNanos;
        counts = new long[slots];
    }

    /** @param timeNanos since 1970; what is older than the oldest slot is not counted */
    public void add(long timeNanos) {
        long slot = Math.floorDiv(timeNanos, slotNanos);
        moveTo(slot);
        if (newest - slot >= counts.length) return;
        counts[index(slot)]++;
        oldest = Math.min(oldest, slot);
    }

    private void moveTo(long slot) {
        if (slot <= newest) return;
        if (newest == Long.MIN_VALUE || slot - newest >= counts.length) Arrays.fill(counts, 0);
        else for (long s = newest + 1; s <= slot; s++) counts[index(s)] = 0;
        newest = slot;
    }

    private int index(long slot) {
        return (int) Math.floorMod(slot, (long) counts.length);
    }

    /** Whether anything was ever counted. */
    public boolean isEmpty() {
        return oldest == Long.MAX_VALUE;
    }

    /** The start of the newest slot that something was counted in, in nanoseconds since 1970; only when there is one. */
    public long newestNanos() {
        return newest * slotNanos;
    }

    /**
     * Events per second in the {@code slots} slots up to the one that {@code endNanos} lies in, the oldest first; NaN before the first event, so that nothing is drawn
     * where nobody has looked.
     */
    public double[] perSecond(long endNanos, int slots) {
        long end = Math.floorDiv(endNanos, slotNanos);
        double[] rates = new double[slots];
        for (int i = 0; i < slots; i++) {
            long slot = end - slots + 1 + i;
            boolean held = slot <= newest && newest - slot < counts.length;
            rates[i] = slot < oldest ? Double.NaN : held ? counts[index(slot)] * 1e9 / slotNanos : 0;
        }
        return rates;
    }
}

package org.eunomia.ide.core.clangd;

/** How long to wait before something that failed is tried again: twice as long each time, until it has held for a while. */
final class BackOff {
    private static final long FIRST_MILLIS = 1_000;
    private static final long LONGEST_MILLIS = 60_000;
    private static final long HELD_MILLIS = 120_000;

    private long next = FIRST_MILLIS;

    /** @param heldMillis how long it worked */
    long failed(long heldMillis) {
        if (heldMillis >= HELD_MILLIS) next = FIRST_MILLIS;
        long delay = next;
        next = Math.min(LONGEST_MILLIS, next * 2);
        return delay;
    }
}

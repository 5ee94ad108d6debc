package org.eunomia.rest.internal;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** A bucket of requests for each caller, which fills at a steady rate. */
final class RateLimiter {
    private static final int MOST_CALLERS = 10_000;
    private final double perNano;
    private final double burst;
    /** Least recently seen first. */
    private final LinkedHashMap<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true);

    private static final class Bucket {
        private double level;
        private long at;
    }

    RateLimiter(int perSecond, int burst) {
        this.perNano = perSecond / 1e9;
        this.burst = burst;
    }

    /** @return whether {@code caller} may do one more request at {@code now}, by a clock of nanoseconds */
    synchronized boolean admits(String caller, long now) {
        Bucket b = buckets.computeIfAbsent(caller, c -> full(now));
        b.level = Math.min(burst, b.level + (now - b.at) * perNano);
        b.at = now;
        if (buckets.size() > MOST_CALLERS) forgetOldest();
        if (b.level < 1) return false;
        b.level--;
        return true;
    }

    private Bucket full(long now) {
        Bucket b = new Bucket();
        b.level = burst;
        b.at = now;
        return b;
    }

    private void forgetOldest() {
        Iterator<Map.Entry<String, Bucket>> oldest = buckets.entrySet().iterator();
        oldest.next();
        oldest.remove();
    }
}

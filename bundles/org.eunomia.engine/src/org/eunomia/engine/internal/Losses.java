package org.eunomia.engine.internal;

import java.util.HashMap;
import java.util.Map;
import org.eunomia.core.LossLedger;

/**
 * Records that never reached the event buffer.
 *
 * @param reserveFailures by map
 * @param dropped         by hop
 */
record Losses(Map<String, Long> reserveFailures, Map<String, Long> dropped) {
    static final Losses NONE = new Losses(Map.of(), Map.of());

    Losses {
        reserveFailures = Map.copyOf(reserveFailures);
        dropped = Map.copyOf(dropped);
    }

    Losses plus(Losses other) {
        return new Losses(sum(reserveFailures, other.reserveFailures), sum(dropped, other.dropped));
    }

    private static Map<String, Long> sum(Map<String, Long> a, Map<String, Long> b) {
        Map<String, Long> sum = new HashMap<>(a);
        b.forEach((k, v) -> sum.merge(k, v, Long::sum));
        return sum;
    }

    LossLedger ledger(long delivered) {
        return new LossLedger(delivered, reserveFailures, dropped);
    }
}

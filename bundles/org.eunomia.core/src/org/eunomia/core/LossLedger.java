package org.eunomia.core;

import java.util.Map;

/**
 * Where a tracker's records went: {@code produced = delivered + reserveFailures + dropped}.
 *
 * @param delivered       records that reached the tracker's event buffer
 * @param reserveFailures records that the program could not put into an output map because it was full, by map name; only programs
 *                        compiled with the counting wrappers have entries here
 * @param dropped         records that the kernel (perf buffers) or a hop of the runtime dropped, by the name of the hop
 */
public record LossLedger(long delivered, Map<String, Long> reserveFailures, Map<String, Long> dropped) {
    public LossLedger {
        reserveFailures = Map.copyOf(reserveFailures);
        dropped = Map.copyOf(dropped);
    }

    public long lost() {
        return reserveFailures.values().stream().mapToLong(Long::longValue).sum() + dropped.values().stream().mapToLong(Long::longValue).sum();
    }

    public long produced() {
        return delivered + lost();
    }
}

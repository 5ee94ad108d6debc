package org.eunomia.engine.internal;

import java.util.Optional;

/** A generation that is being read, and who reads what its programs and its iterators print. */
record Active(Generation generation, Optional<TracePump> printed, Optional<IteratorRun> iterated) {
    /** Reads what was printed to the end, after its programs were detached. */
    void endPrinting() {
        printed.ifPresent(TracePump::end);
        iterated.ifPresent(IteratorRun::end);
    }

    /** How many came out of it so far. */
    long records() {
        return generation.intakes().stream().mapToLong(Intake::records).sum() + printed.map(TracePump::lines).orElse(0L)
                + iterated.map(IteratorRun::lines).orElse(0L);
    }
}

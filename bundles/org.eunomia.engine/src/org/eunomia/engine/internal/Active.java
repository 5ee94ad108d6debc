package org.eunomia.engine.internal;

import java.util.Optional;

/** A generation that is being read, and who reads what it prints. */
record Active(Generation generation, Optional<TracePump> printed) {
    /** How many came out of it so far. */
    long records() {
        return generation.intakes().stream().mapToLong(Intake::records).sum() + printed.map(TracePump::lines).orElse(0L);
    }
}

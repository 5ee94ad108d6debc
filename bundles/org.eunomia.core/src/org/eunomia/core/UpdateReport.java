package org.eunomia.core;

import java.util.Map;

/**
 * What replacing a running tracker's package cost. Final once it is {@code settled}, that is when the old generation is detached and its
 * buffers are read to the end.
 *
 * @param tracker            as it is with the new generation
 * @param overlapMillis      how long both generations were attached
 * @param records            how many records were read from each of the two, by generation
 * @param duplicatesPossible at most so many records of the overlap tell what another one tells too
 * @param lost               records that both generations lost since the update began, by whatever hop
 */
public record UpdateReport(TrackerInfo tracker, boolean settled, long overlapMillis, Map<Integer, Long> records, long duplicatesPossible, long lost) {
    public UpdateReport {
        records = Map.copyOf(records);
    }
}

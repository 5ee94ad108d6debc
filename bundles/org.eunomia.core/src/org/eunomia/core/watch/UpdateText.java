package org.eunomia.core.watch;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eunomia.core.UpdateReport;

/** What replacing a tracker cost, in one line. */
public final class UpdateText {
    private UpdateText() { }

    public static String of(UpdateReport r) {
        Map<Integer, Long> records = new TreeMap<>(r.records());
        return "generation " + r.tracker().generation() + " runs; both ran for " + r.overlapMillis() + " ms; records: "
                + records.entrySet().stream().map(e -> e.getValue() + " of generation " + e.getKey()).collect(Collectors.joining(", ")) + "; at most " + r.duplicatesPossible()
                + " told twice; " + r.lost() + " lost" + (r.settled() ? "" : " (so far)");
    }
}

package org.eunomia.core.watch;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eunomia.core.LossLedger;
import org.eunomia.core.spec.MapSpec;
import org.eunomia.core.view.Escapes;

/** Tells on standard error what was lost: as it happens, at most once a second, and as a total. */
final class Losses {
    private final PrintStream err;
    private final List<MapSpec> maps;
    private long told;
    private long skipped;

    Losses(PrintStream err, List<MapSpec> maps) {
        this.err = err;
        this.maps = maps;
    }

    /** Events that this process was too slow to take over. */
    void skipped(long events) {
        skipped += events;
    }

    void tell(LossLedger ledger) {
        long lost = ledger.lost() + skipped;
        if (lost <= told) return;
        err.println("lost " + events(lost - told));
        told = lost;
    }

    void total(LossLedger ledger) {
        long lost = ledger.lost() + skipped;
        if (lost == 0) return;
        List<String> where = new ArrayList<>();
        new TreeMap<>(ledger.reserveFailures()).forEach((map, n) -> add(where, n, "did not fit into " + map));
        new TreeMap<>(ledger.dropped()).forEach((hop, n) -> add(where, n, "dropped by " + hop));
        add(where, skipped, "dropped because output is slower");
        err.println(Escapes.text("lost in total: " + events(lost) + " of " + ledger.produced() + " (" + String.join(", ", where) + ")"));
        if (!ledger.reserveFailures().values().stream().allMatch(n -> n == 0)) err.println(hint(ledger.reserveFailures()));
    }

    private String hint(Map<String, Long> failures) {
        String map = failures.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
        long now = maps.stream().filter(m -> m.name().equals(map)).mapToLong(MapSpec::maxEntries).findFirst().orElse(0);
        String size = now > 0 && now <= 1 << 27 ? Long.toString(now * 8) : "BYTES";
        return Escapes.text("hint: a larger buffer loses less: --map-size " + map + "=" + size);
    }

    private static void add(List<String> where, long count, String what) {
        if (count > 0) where.add(count + " " + what);
    }

    private static String events(long count) {
        return count == 1 ? "1 event" : count + " events";
    }
}

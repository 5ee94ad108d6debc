package org.eunomia.core.watch;

import java.util.ArrayList;
import java.util.List;
import org.eunomia.core.MapEntry;
import org.eunomia.core.spec.MapSpec;
import org.eunomia.core.spec.Output;
import org.eunomia.core.view.Histograms;
import org.eunomia.core.view.JsonLines;
import org.eunomia.core.view.MapRows;
import org.eunomia.core.view.Rates;
import org.eunomia.core.view.TextBuffer;

/** A map that is shown as a whole every now and then. */
public final class OutputMap {
    private final MapSpec spec;
    private final int intervalMillis;
    private final boolean clear;
    private final Histograms histograms;
    private MapRows rows;
    private Rates rates;

    private OutputMap(MapSpec spec, int intervalMillis, boolean clear, Histograms histograms) {
        this.spec = spec;
        this.intervalMillis = intervalMillis;
        this.clear = clear;
        this.histograms = histograms;
        rows = MapRows.of(spec);
    }

    /** Those among {@code maps} that are shown. */
    public static List<OutputMap> of(List<MapSpec> maps) {
        List<OutputMap> all = new ArrayList<>();
        for (MapSpec m : maps) {
            if (m.output() instanceof Output.Table t) {
                all.add(new OutputMap(m, t.intervalMillis(), t.clear(), null));
            } else if (m.output() instanceof Output.Counter c) {
                all.add(new OutputMap(m, c.intervalMillis(), false, null));
            } else if (m.output() instanceof Output.Histogram h) {
                Histograms histograms = Histograms.of(m, h);
                all.add(new OutputMap(m, h.intervalMillis(), h.clear(), histograms.isReadable() ? histograms : null));
            }
        }
        return all;
    }

    public String name() {
        return spec.name();
    }

    public int intervalMillis() {
        return intervalMillis;
    }

    boolean clear() {
        return clear;
    }

    boolean isCounter() {
        return spec.output() instanceof Output.Counter;
    }

    /** Null for maps that are shown as rows. */
    Histograms histograms() {
        return histograms;
    }

    /** @param entries whose sizes tell what unknown types do not */
    MapRows rows(List<MapEntry> entries) {
        boolean known = spec.keyType().isPresent() && spec.valueType().isPresent();
        if (!known && !entries.isEmpty()) rows = MapRows.of(spec, entries.get(0).key().length, entries.get(0).value().length);
        return rows;
    }

    /** Adds one line: of type {@code histogram}, {@code table} or {@code counter}. @param top rows of a table, 0 for all */
    public void json(long epochNanos, String tracker, List<MapEntry> entries, int top, JsonLines lines, TextBuffer out) {
        if (histograms != null) {
            lines.histograms(epochNanos, tracker, histograms, histograms.read(entries), out);
            return;
        }
        MapRows present = rows(entries);
        List<MapEntry> sorted = present.rows(entries);
        lines.entries(epochNanos, tracker, isCounter() ? "counter" : "table", present, top > 0 && sorted.size() > top ? sorted.subList(0, top) : sorted, out);
    }

    Rates rates() {
        if (rates == null) rates = new Rates(rows);
        return rates;
    }
}

package org.eunomia.core.watch;

import java.util.ArrayList;
import java.util.List;
import org.eunomia.core.Event;
import org.eunomia.core.MapEntry;
import org.eunomia.core.view.Columns;
import org.eunomia.core.view.CsvTable;
import org.eunomia.core.view.Histograms;
import org.eunomia.core.view.MapRows;
import org.eunomia.core.view.TextBuffer;
import org.eunomia.core.view.Times;

/** One header, then a row for each event, entry of a map, or slot of a histogram. */
final class CsvPresenter implements Presenter {
    private final TextBuffer out;
    private final Times times;
    private final int top;
    private CsvTable table;
    private boolean open;
    private long unshown;

    /** @param kinds of events that may come; when there are neither these nor maps, the first event says what there is */
    CsvPresenter(TextBuffer out, List<Columns> kinds, List<OutputMap> maps, Times times, int top) {
        this.out = out;
        this.times = times;
        this.top = top;
        List<Columns> all = new ArrayList<>(kinds);
        for (OutputMap m : maps) all.add(m.histograms() != null ? m.histograms().slotColumns() : m.rows(List.of()).columns());
        table = new CsvTable(all, times);
        open = all.isEmpty();
    }

    @Override
    public void begin() {
        if (!open) table.header(out);
    }

    @Override
    public void event(Event event) {
        if (open) table = new CsvTable(List.of(Columns.of(event.schema())), times);
        open = false;
        if (!table.row(event.timeNanos(), event.schema(), Columns.record(event.data()), out)) unshown++;
    }

    @Override
    public void map(OutputMap map, List<MapEntry> entries, long epochNanos) {
        if (map.histograms() != null) {
            slots(map.histograms(), entries, epochNanos);
            return;
        }
        MapRows rows = map.rows(entries);
        List<MapEntry> sorted = rows.rows(entries);
        int shown = top > 0 ? Math.min(top, sorted.size()) : sorted.size();
        for (MapEntry e : sorted.subList(0, shown)) {
            if (!table.row(epochNanos, rows.columns().schema(), rows.record(e), out)) unshown++;
        }
    }

    private void slots(Histograms map, List<MapEntry> entries, long epochNanos) {
        for (Histograms.Histogram h : map.read(entries)) {
            for (int i = 0; i < h.slots().length; i++) table.row(epochNanos, map.slotColumns().schema(), map.slotRecord(h, i), out);
        }
    }

    @Override
    public long unshown() {
        return unshown;
    }
}

package org.eunomia.core.watch;

import java.util.List;
import org.eunomia.core.Event;
import org.eunomia.core.MapEntry;
import org.eunomia.core.view.Columns;
import org.eunomia.core.view.Escapes;
import org.eunomia.core.view.HistogramText;
import org.eunomia.core.view.Histograms;
import org.eunomia.core.view.MapRows;
import org.eunomia.core.view.Symbols;
import org.eunomia.core.view.TextBuffer;
import org.eunomia.core.view.TextTable;
import org.eunomia.core.view.Times;

/** For people. */
final class TextPresenter implements Presenter {
    private final TextBuffer out;
    private final Times times;
    private final Symbols symbols;
    private final int top;
    private final TextTable events;
    private final boolean hasEvents;
    private boolean first = true;

    /** @param kinds of events that may come; none when that is not known */
    TextPresenter(TextBuffer out, List<Columns> kinds, Times times, Symbols symbols, int top) {
        this.out = out;
        this.times = times;
        this.symbols = symbols;
        this.top = top;
        events = new TextTable(kinds, times, symbols);
        hasEvents = !kinds.isEmpty();
    }

    @Override
    public void begin() {
        if (!hasEvents) return;
        events.header(out);
        first = false;
    }

    @Override
    public void event(Event event) {
        events.row(event.timeNanos(), event.schema(), Columns.record(event.data()), out);
        first = false;
    }

    @Override
    public void map(OutputMap map, List<MapEntry> entries, long epochNanos) {
        if (!first) out.put('\n');
        first = false;
        times.local(epochNanos, out);
        out.put("  ");
        Escapes.text(map.name(), out);
        if (map.histograms() != null) histograms(map.histograms(), entries);
        else rows(map, entries);
        events.interrupted();
    }

    private void histograms(Histograms map, List<MapEntry> entries) {
        List<Histograms.Histogram> all = map.read(entries);
        out.put(all.isEmpty() ? " is empty\n" : "\n");
        HistogramText.write(map, all, symbols, out);
    }

    private void rows(OutputMap map, List<MapEntry> entries) {
        MapRows rows = map.rows(entries);
        List<MapEntry> sorted = rows.rows(entries);
        out.put(sorted.isEmpty() ? " is empty\n" : "\n");
        if (map.isCounter()) {
            map.rates().write(sorted, System.nanoTime(), out);
            return;
        }
        TextTable table = TextTable.untimed(rows.columns(), symbols);
        List<MapEntry> shown = top > 0 && sorted.size() > top ? sorted.subList(0, top) : sorted;
        for (MapEntry e : shown) table.fit(rows.columns().schema(), rows.record(e));
        for (MapEntry e : shown) table.row(0, rows.columns().schema(), rows.record(e), out);
        if (shown.size() < sorted.size()) out.put("… ").number(sorted.size() - shown.size()).put(" more\n");
    }
}

package org.eunomia.core.watch;

import java.util.List;
import org.eunomia.core.Event;
import org.eunomia.core.MapEntry;
import org.eunomia.core.view.JsonLines;
import org.eunomia.core.view.Symbols;
import org.eunomia.core.view.TextBuffer;
import org.eunomia.core.view.Times;

/** One object a line. */
final class JsonPresenter implements Presenter {
    private final TextBuffer out;
    private final String tracker;
    private final JsonLines lines;
    private final int top;

    JsonPresenter(TextBuffer out, String tracker, Times times, Symbols symbols, int top) {
        this.out = out;
        this.tracker = tracker;
        this.top = top;
        lines = new JsonLines(times, symbols);
    }

    @Override
    public void begin() { }

    @Override
    public void event(Event event) {
        lines.event(event, out);
    }

    @Override
    public void map(OutputMap map, List<MapEntry> entries, long epochNanos) {
        map.json(epochNanos, tracker, entries, top, lines, out);
    }
}

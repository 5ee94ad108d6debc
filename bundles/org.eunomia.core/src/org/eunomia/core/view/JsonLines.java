package org.eunomia.core.view;

import java.nio.charset.StandardCharsets;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.eunomia.core.Event;
import org.eunomia.core.MapEntry;
import org.eunomia.core.schema.Schema;

/** One JSON object a line, each complete in itself. */
public final class JsonLines {
    private final Times times;
    private final Symbols symbols;
    private final Map<Schema, Kind> kinds = new IdentityHashMap<>();
    private Kind last;

    /** @param middle what stands between the time and the event */
    private record Kind(Schema schema, String tracker, Columns columns, byte[] middle) { }

    public JsonLines(Times times, Symbols symbols) {
        this.times = times;
        this.symbols = symbols;
    }

    /** {@code {"time":…,"tracker":…,"type":…,"event":{…}}}. */
    public void event(Event event, TextBuffer out) {
        Kind kind = kind(event);
        out.put("{\"time\":\"");
        times.instant(event.timeNanos(), out);
        out.put(kind.middle);
        kind.columns.json(Columns.record(event.data()), symbols, out);
        out.put("}\n");
    }

    private Kind kind(Event event) {
        if (last != null && last.schema == event.schema() && last.tracker.equals(event.tracker())) return last;
        Kind kind = kinds.get(event.schema());
        if (kind == null || !kind.tracker.equals(event.tracker())) {
            byte[] middle = (head(event.tracker(), event.schema().name()) + ",\"event\":").getBytes(StandardCharsets.UTF_8);
            kind = new Kind(event.schema(), event.tracker(), Columns.of(event.schema()), middle);
            kinds.put(event.schema(), kind);
        }
        last = kind;
        return kind;
    }

    /** {@code {"time":…,"tracker":…,"type":"table","map":…,"entries":[{"key":…,"value":…},…]}}; {@code counter} for counters. */
    public void entries(long epochNanos, String tracker, String type, MapRows map, List<MapEntry> rows, TextBuffer out) {
        start(epochNanos, tracker, type, map.name(), out);
        out.put(",\"entries\":[");
        for (int i = 0; i < rows.size(); i++) {
            if (i > 0) out.put(',');
            map.json(rows.get(i), symbols, out);
        }
        out.put("]}\n");
    }

    /** {@code {"time":…,"tracker":…,"type":"histogram","map":…,"unit":…,"histograms":[{…key…,"slots":[{"low":0,"high":1,"count":3},…]},…]}}. */
    public void histograms(long epochNanos, String tracker, Histograms map, List<Histograms.Histogram> all, TextBuffer out) {
        start(epochNanos, tracker, "histogram", map.name(), out);
        out.put(",\"unit\":");
        Escapes.json(map.unit(), out);
        out.put(",\"histograms\":[");
        for (int i = 0; i < all.size(); i++) {
            if (i > 0) out.put(',');
            map.json(all.get(i), symbols, out);
        }
        out.put("]}\n");
    }

    private void start(long epochNanos, String tracker, String type, String map, TextBuffer out) {
        out.put("{\"time\":\"");
        times.instant(epochNanos, out);
        out.put(head(tracker, type)).put(",\"map\":");
        Escapes.json(map, out);
    }

    private static String head(String tracker, String type) {
        TextBuffer out = new TextBuffer();
        out.put("\",\"tracker\":");
        Escapes.json(tracker, out);
        out.put(",\"type\":");
        Escapes.json(type, out);
        return out.toString();
    }
}

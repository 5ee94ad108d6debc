package org.eunomia.core.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eunomia.core.MapEntry;

/** Counters with how fast they grew since they were last shown: one line an entry, {@code requests  1234  (+12.0/s)}. */
public final class Rates {
    private final MapRows map;
    private final Map<String, Long> before = new HashMap<>();
    private long beforeNanos;

    public Rates(MapRows map) {
        this.map = map;
    }

    /** @param nanos any clock that only moves on */
    public void write(List<MapEntry> rows, long nanos, TextBuffer out) {
        List<Column> columns = map.columns().list();
        Column count = columns.get(columns.size() - 1);
        List<String> names = new ArrayList<>();
        for (MapEntry e : rows) names.add(name(e, columns, rows.size() == 1));
        int width = names.stream().mapToInt(String::length).max().orElse(0);
        for (int i = 0; i < rows.size(); i++) {
            long value = count.number(map.record(rows.get(i)));
            out.put(names.get(i)).spaces(width - names.get(i).length() + 2).unsigned(value);
            Long earlier = before.put(names.get(i), value);
            double seconds = (nanos - beforeNanos) / 1e9;
            if (earlier != null && seconds > 0) out.put(String.format(Locale.ROOT, "  (+%.1f/s)", (value - earlier) / seconds));
            out.put('\n');
        }
        beforeNanos = nanos;
    }

    private String name(MapEntry entry, List<Column> columns, boolean alone) {
        TextBuffer name = new TextBuffer();
        Escapes.text(map.name(), name);
        if (alone && columns.size() == 2) return name.toString();
        name.put('[');
        for (Column c : columns.subList(0, columns.size() - 1)) {
            if (name.byteAt(name.length() - 1) != '[') name.put(", ");
            c.text(map.record(entry), name);
        }
        return name.put(']').toString();
    }
}

package org.eunomia.ide.events.internal.maps;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eunomia.core.MapEntry;
import org.eunomia.core.spec.MapSpec;
import org.eunomia.core.view.Column;
import org.eunomia.core.view.MapRows;
import org.eunomia.core.view.TextBuffer;

/** The entries of a map as rows with a cell for each member of key and value. Holds nothing of the map; safe for use by several threads. */
public final class MapTable {
    private static final Set<String> WITHOUT_ENTRIES = Set.of("ringbuf", "perf_event_array", "user_ringbuf", "queue", "stack", "bloom_filter");
    private final MapRows rows;

    /** @param entry as the map holds it, with the values of all CPUs @param record of the columns, with CPUs added up */
    public record Row(MapEntry entry, ByteBuffer record) { }

    /** @param column null for the order of {@link MapRows} @param filter what a cell has to contain, in any case; empty for all */
    public record Order(Column column, boolean descending, String filter) {
        public static final Order USUAL = new Order(null, false, "");
    }

    private MapTable(MapRows rows) {
        this.rows = rows;
    }

    /** @param sample entries, by whose sizes keys and values of unknown types are shown */
    public static MapTable of(MapSpec spec, List<MapEntry> sample) {
        boolean known = sample.isEmpty();
        return new MapTable(MapRows.of(spec, known ? 0 : sample.getFirst().key().length, known ? 0 : sample.getFirst().value().length));
    }

    public static boolean hasEntries(MapSpec spec) {
        return !WITHOUT_ENTRIES.contains(spec.type());
    }

    public List<Column> columns() {
        return rows.columns().list();
    }

    public List<Row> read(List<MapEntry> entries, Order order) {
        Map<byte[], MapEntry> raw = new IdentityHashMap<>();
        entries.forEach(e -> raw.put(e.key(), e));
        List<Row> all = new ArrayList<>();
        for (MapEntry e : rows.rows(entries)) {
            Row row = new Row(raw.get(e.key()), rows.record(e));
            if (matches(row, order.filter.toLowerCase(Locale.ROOT))) all.add(row);
        }
        if (order.column != null) {
            Comparator<Row> by = comparator(order.column);
            all.sort(order.descending ? by.reversed() : by);
        }
        return all;
    }

    private boolean matches(Row row, String lower) {
        return lower.isEmpty() || columns().stream().anyMatch(c -> text(row, c).toLowerCase(Locale.ROOT).contains(lower));
    }

    private static Comparator<Row> comparator(Column column) {
        if (!column.isWhole()) return Comparator.comparing((Row r) -> text(r, column));
        if (column.isUnsigned()) return (a, b) -> Long.compareUnsigned(column.whole(a.record), column.whole(b.record));
        return Comparator.comparingLong(r -> column.whole(r.record));
    }

    public static String text(Row row, Column column) {
        TextBuffer out = new TextBuffer();
        column.text(row.record, out);
        return out.toString();
    }
}

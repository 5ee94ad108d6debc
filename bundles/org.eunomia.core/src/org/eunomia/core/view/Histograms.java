package org.eunomia.core.view;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eunomia.core.MapEntry;
import org.eunomia.core.schema.Field;
import org.eunomia.core.schema.Schema;
import org.eunomia.core.schema.Type;
import org.eunomia.core.spec.MapSpec;
import org.eunomia.core.spec.Output;

/**
 * Histograms that a map holds. Slots are an array in the value (its member {@code slots}, else its first array of integers), one
 * histogram an entry; or the value is the count of one slot and the key, or its member {@code slot} or {@code bucket}, says which.
 */
public final class Histograms {
    private static final int MOST_SLOTS = 4096;
    private final MapSpec spec;
    private final Output.Histogram output;
    private final MapRows rows;
    private final Column slots;
    private final Column slot;
    private final List<Column> labels;
    private final Columns slotColumns;

    /**
     * @param record of one of its entries, to read the labels from
     * @param slots  counts, from slot 0 to the last that is not 0
     */
    public record Histogram(ByteBuffer record, long[] slots) { }

    private Histograms(MapSpec spec, Output.Histogram output) {
        this.spec = spec;
        this.output = output;
        rows = MapRows.of(spec);
        List<Column> all = rows.columns().list();
        slots = named(all.stream().filter(Histograms::isSlots).toList(), "slots");
        slot = slots == null ? named(all.subList(0, all.size() - 1).stream().filter(c -> c.type() instanceof Type.Int || c.type() instanceof Type.Enum).toList(),
                "slot", "bucket", "key") : null;
        boolean single = spec.type().endsWith("array") && spec.maxEntries() == 1;
        labels = all.stream().filter(c -> c != slots && (slots != null || c != slot && c != all.get(all.size() - 1)))
                .filter(c -> !(single && c.name().equals("key"))).toList();
        slotColumns = makeSlotColumns();
    }

    /** @param output what {@code spec} says of itself */
    public static Histograms of(MapSpec spec, Output.Histogram output) {
        return new Histograms(spec, output);
    }

    /** Whether the map's types hold a histogram at all; if not, its entries are better shown as a table. */
    public boolean isReadable() {
        return slots != null || slot != null;
    }

    private static boolean isSlots(Column c) {
        return c.type() instanceof Type.Array a && a.count() > 1 && a.element() instanceof Type.Int i && i.size() >= 4 && i.size() <= 8;
    }

    private static Column named(List<Column> candidates, String... names) {
        for (String name : names) {
            for (Column c : candidates) if (c.name().equals(name) || c.name().endsWith("." + name)) return c;
        }
        return candidates.isEmpty() ? null : candidates.get(candidates.size() - 1);
    }

    public String name() {
        return spec.name();
    }

    public String unit() {
        return output.unit();
    }

    public Output.Scale scale() {
        return output.scale();
    }

    /** What tells one histogram from the other. */
    public List<Column> labels() {
        return labels;
    }

    /** Those that count anything, in the order of their keys. */
    public List<Histogram> read(List<MapEntry> entries) {
        List<MapEntry> sorted = rows.byKey(entries);
        return slots == null ? bySlot(sorted) : sorted.stream().map(this::whole).filter(h -> h.slots.length > 0).toList();
    }

    private Histogram whole(MapEntry entry) {
        ByteBuffer record = rows.record(entry);
        List<?> counts = slots.value(record) instanceof List<?> l ? l : List.of();
        long[] values = counts.stream().mapToLong(c -> ((Number) c).longValue()).toArray();
        return new Histogram(record, trimmed(values, values.length));
    }

    private List<Histogram> bySlot(List<MapEntry> entries) {
        Map<String, ByteBuffer> records = new LinkedHashMap<>();
        Map<String, long[]> counts = new LinkedHashMap<>();
        Column count = rows.columns().list().get(rows.columns().list().size() - 1);
        for (MapEntry e : entries) {
            ByteBuffer record = rows.record(e);
            long at = slot.number(record);
            if (at < 0 || at >= MOST_SLOTS) continue;
            String group = label(record);
            records.putIfAbsent(group, record);
            long[] values = counts.computeIfAbsent(group, g -> new long[MOST_SLOTS]);
            values[(int) at] += count.number(record);
        }
        List<Histogram> all = new ArrayList<>();
        counts.forEach((group, values) -> all.add(new Histogram(records.get(group), trimmed(values, values.length))));
        all.removeIf(h -> h.slots.length == 0);
        return all;
    }

    private String label(ByteBuffer record) {
        TextBuffer out = new TextBuffer();
        for (Column c : labels) {
            c.plain(record, out);
            out.put('\0');
        }
        return out.toString();
    }

    private static long[] trimmed(long[] values, int length) {
        while (length > 0 && values[length - 1] == 0) length--;
        return Arrays.copyOf(values, length);
    }

    /** The smallest value that slot {@code index} counts, without a step: linear histograms are in units of slots. */
    public static long low(Output.Scale scale, int index) {
        return scale == Output.Scale.LINEAR ? index : index == 0 ? 0 : 1L << index;
    }

    /** The largest one, as unsigned number. */
    public static long high(Output.Scale scale, int index) {
        return scale == Output.Scale.LINEAR ? index : index >= 63 ? -1L : (1L << index + 1) - 1;
    }

    /** A row for each slot: the labels, {@code low}, {@code high}, {@code count}. */
    public Columns slotColumns() {
        return slotColumns;
    }

    private Columns makeSlotColumns() {
        int end = rows.recordSize();
        Type.Int number = new Type.Int("__u64", 8, false);
        List<Field> fields = List.of(Field.of("low", number, end), Field.of("high", number, end + 8), Field.of("count", number, end + 16));
        Columns slotOnly = Columns.of(new Schema(spec.name(), new Type.Struct("", false, end + 24, fields)));
        List<Column> all = new ArrayList<>(labels);
        all.addAll(slotOnly.list());
        return new Columns(slotOnly.schema(), all, null);
    }

    /** The record of such a row. */
    public ByteBuffer slotRecord(Histogram histogram, int slot) {
        int end = rows.recordSize();
        ByteBuffer record = Columns.record(Arrays.copyOf(histogram.record.array(), end + 24));
        return record.putLong(end, low(scale(), slot)).putLong(end + 8, high(scale(), slot)).putLong(end + 16, histogram.slots[slot]);
    }

    /** {@code {"pid":…,"slots":[{"low":…,"high":…,"count":…},…]}}. */
    void json(Histogram histogram, Symbols symbols, TextBuffer out) {
        out.put('{');
        for (Column c : labels) {
            Escapes.json(c.name(), out);
            out.put(':');
            c.json(histogram.record, symbols, out);
            out.put(',');
        }
        out.put("\"slots\":[");
        for (int i = 0; i < histogram.slots.length; i++) {
            if (i > 0) out.put(',');
            out.put("{\"low\":").unsigned(low(scale(), i)).put(",\"high\":").unsigned(high(scale(), i)).put(",\"count\":")
                    .unsigned(histogram.slots[i]).put('}');
        }
        out.put("]}");
    }
}

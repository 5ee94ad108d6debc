package org.eunomia.core.view;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eunomia.core.MapEntry;
import org.eunomia.core.schema.Field;
import org.eunomia.core.schema.Schema;
import org.eunomia.core.schema.Type;
import org.eunomia.core.spec.MapSpec;

/**
 * The entries of a map as rows: a row's record is the key followed by the value, those of all CPUs added up. Sorted by the first number of the
 * value, largest first, then by key; entries of arrays that are all zero are left out, since an array has no others.
 */
public final class MapRows {
    private static final Set<String> NO_MEASURES = Set.of("pid", "tgid", "tid", "ppid", "uid", "gid", "cpu", "cpu_id");
    private final MapSpec spec;
    private final Type key;
    private final Type value;
    private final Columns columns;
    private final Columns nested;
    private final Column measure;

    private MapRows(MapSpec spec, Type key, Type value) {
        this.spec = spec;
        this.key = key;
        this.value = value;
        boolean clash = clash(key, value);
        columns = Columns.of(entry(member("key", key, clash), member("value", value, clash)));
        nested = Columns.of(entry("key", "value"));
        measure = columns.list().stream().skip(keyColumns()).filter(MapRows::isMeasure).findFirst().orElse(null);
    }

    /**
     * @param keySize   of an entry, used when the key's type is unknown
     * @param valueSize of an entry, likewise; of one CPU
     */
    public static MapRows of(MapSpec spec, int keySize, int valueSize) {
        return new MapRows(spec, spec.keyType().orElse(bytes(keySize)), spec.valueType().orElse(bytes(valueSize)));
    }

    public static MapRows of(MapSpec spec) {
        return of(spec, 0, 0);
    }

    private static Type bytes(int size) {
        return new Type.Array("__u8[" + size + "]", new Type.Int("__u8", 1, false), size);
    }

    private Schema entry(String keyName, String valueName) {
        List<Field> fields = List.of(Field.of(keyName, key, 0), Field.of(valueName, value, key.size()));
        return new Schema(spec.name(), new Type.Struct("", false, key.size() + value.size(), fields));
    }

    private static String member(String name, Type type, boolean named) {
        return type instanceof Type.Struct && !named ? "" : name;
    }

    private static boolean clash(Type key, Type value) {
        if (!(key instanceof Type.Struct k) || !(value instanceof Type.Struct v)) return false;
        Set<String> names = Set.copyOf(Cells.inline(k).stream().map(Field::name).distinct().toList());
        return Cells.inline(v).stream().anyMatch(f -> names.contains(f.name()));
    }

    private static boolean isMeasure(Column c) {
        return c.type() instanceof Type.Int && c.type().size() >= 4 && c.format() != ValueFormat.KTIME && c.format() != ValueFormat.HEX && !c.isStack()
                && c.isNumeric() && !NO_MEASURES.contains(c.name());
    }

    private int keyColumns() {
        return Columns.of(new Schema("", new Type.Struct("", false, key.size(), List.of(Field.of("key", key, 0))))).list().size();
    }

    public String name() {
        return spec.name();
    }

    /** Of a row's record: those of the key, then those of the value. */
    public Columns columns() {
        return columns;
    }

    /** The number of the value that rows are sorted by; empty when it has none that counts or measures something. */
    public Optional<Column> measure() {
        return Optional.ofNullable(measure);
    }

    int recordSize() {
        return key.size() + value.size();
    }

    public ByteBuffer record(MapEntry row) {
        byte[] record = Arrays.copyOf(row.key(), key.size() + row.value().length);
        System.arraycopy(row.value(), 0, record, key.size(), row.value().length);
        return Columns.record(record);
    }

    /** {@code {"key":…,"value":…}}. */
    void json(MapEntry row, Symbols symbols, TextBuffer out) {
        nested.json(record(row), symbols, out);
    }

    /** What is to be shown of {@code entries}, in that order. */
    public List<MapEntry> rows(List<MapEntry> entries) {
        List<MapEntry> rows = byKey(entries);
        if (measure != null) rows.sort(Comparator.<MapEntry>comparingLong(e -> measure.number(record(e))).reversed());
        return rows;
    }

    List<MapEntry> byKey(List<MapEntry> entries) {
        List<MapEntry> rows = new ArrayList<>(entries.size());
        boolean array = spec.type().endsWith("array");
        for (MapEntry e : entries) {
            MapEntry row = spec.type().contains("percpu") ? new MapEntry(e.key(), PerCpu.sum(value, e.value())) : e;
            if (!array || !isZero(row.value())) rows.add(row);
        }
        rows.sort((a, b) -> compareKeys(a.key(), b.key()));
        return rows;
    }

    private int compareKeys(byte[] a, byte[] b) {
        if (key instanceof Type.Int i && i.size() <= 8 && a.length >= i.size() && b.length >= i.size()) {
            long x = IntegerCell.read(Columns.record(a), 0, i.size(), i.signed());
            long y = IntegerCell.read(Columns.record(b), 0, i.size(), i.signed());
            return i.signed() ? Long.compare(x, y) : Long.compareUnsigned(x, y);
        }
        return Arrays.compareUnsigned(a, b);
    }

    private static boolean isZero(byte[] bytes) {
        for (byte b : bytes) if (b != 0) return false;
        return true;
    }
}

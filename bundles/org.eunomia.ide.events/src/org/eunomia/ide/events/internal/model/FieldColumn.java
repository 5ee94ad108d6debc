package org.eunomia.ide.events.internal.model;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.eunomia.core.schema.Type;
import org.eunomia.core.view.Column;
import org.eunomia.core.view.TextBuffer;
import org.eunomia.core.view.ValueFormat;

/** A field of records, found by its name in every kind that has it. */
public final class FieldColumn implements EventColumn {
    private static final ThreadLocal<TextBuffer> SCRATCH = ThreadLocal.withInitial(TextBuffer::new);
    private final String name;
    private final Column[] byKind;
    private final Column model;
    private final boolean alike;

    /** @param byKind by the number of the kind, null where a kind has no such field */
    FieldColumn(String name, List<Column> byKind) {
        this.name = name;
        this.byKind = byKind.toArray(Column[]::new);
        model = byKind.stream().filter(c -> c != null).findFirst().orElseThrow();
        alike = byKind.stream().filter(c -> c != null).allMatch(c -> c.isWhole() == model.isWhole() && isReal(c) == isReal(model));
    }

    private static boolean isReal(Column column) {
        return column.type() instanceof Type.Float f && (f.size() == 4 || f.size() == 8);
    }

    @Override
    public String title() {
        return name;
    }

    @Override
    public String description() {
        String format = model.format() == ValueFormat.NUMBER ? "" : ", shown as " + model.format().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return model.type().cName() + format + (model.comment().isEmpty() ? "" : ": " + model.comment());
    }

    @Override
    public boolean isNumeric() {
        return model.isNumeric();
    }

    /** The field in records of {@code kind}; null when they have none. */
    public Column in(EventKind kind) {
        return kind.number() < byKind.length ? byKind[kind.number()] : null;
    }

    /** The field in the first kind that has it. */
    public Column model() {
        return model;
    }

    @Override
    public boolean isIn(Row row) {
        Column column = in(row.kind());
        return column != null && column.isIn(row.record());
    }

    @Override
    public void text(Row row, TextBuffer out) {
        Column column = in(row.kind());
        if (column != null) column.text(row.record(), out);
    }

    @Override
    public double number(Row row) {
        Column column = in(row.kind());
        if (column == null || !column.isIn(row.record())) return Double.NaN;
        if (column.isWhole()) return column.isUnsigned() ? unsigned(column.whole(row.record())) : column.whole(row.record());
        return isReal(column) && column.value(row.record()) instanceof Double d ? d : Double.NaN;
    }

    private static double unsigned(long value) {
        return value >= 0 ? value : (value >>> 1) * 2.0;
    }

    @Override
    public long sortKey(Row row) {
        Column column = in(row.kind());
        if (column == null || !column.isIn(row.record())) return SortKeys.NONE;
        if (!alike) return rendered(column, row);
        if (isReal(column)) return SortKeys.ofReal(number(row));
        if (isOrderedByNumber(column)) return column.isUnsigned() ? SortKeys.ofUnsigned(column.whole(row.record())) : column.whole(row.record());
        if (column.format() == ValueFormat.IPV4) return Integer.toUnsignedLong(row.record().duplicate().order(ByteOrder.BIG_ENDIAN).getInt(column.offset()));
        if (column.format() == ValueFormat.TEXT) return SortKeys.ofText(row.record().array(), column.offset(), endOf(column, row));
        return rendered(column, row);
    }

    /** Where the bytes of an array end in this record; one of no size takes the rest. */
    private static int endOf(Column column, Row row) {
        int size = column.type().size();
        return size == 0 ? row.record().limit() : Math.min(row.record().limit(), column.offset() + size);
    }

    private static long rendered(Column column, Row row) {
        TextBuffer text = SCRATCH.get();
        text.clear();
        column.text(row.record(), text);
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        return SortKeys.ofText(bytes, 0, bytes.length);
    }

    private static boolean isOrderedByNumber(Column column) {
        return column.isWhole() && column.format() != ValueFormat.IPV4;
    }

    @Override
    public boolean keyDecides() {
        return alike && (isReal(model) || model.isWhole());
    }

    @Override
    public String toString() {
        return name;
    }
}

package org.eunomia.core.view;

import java.nio.ByteBuffer;
import java.util.List;
import org.eunomia.core.StackFrame;
import org.eunomia.core.schema.Decoder;
import org.eunomia.core.schema.Field;
import org.eunomia.core.schema.Type;

/** One value of a record, found at a fixed place. Safe for use by several threads. */
public final class Column {
    private final String name;
    private final Field field;
    private final ValueFormat format;
    private final int at;
    private final Cell cell;

    /** @param at where the field lies in the record; its own offset counts from the struct around it */
    Column(String name, Field field, ValueFormat format, int at, Cell cell) {
        this.name = name;
        this.field = field;
        this.format = format;
        this.at = at;
        this.cell = cell;
    }

    /** With the names of nested structs before it: {@code a.b}. */
    public String name() {
        return name;
    }

    public Type type() {
        return field.type();
    }

    public ValueFormat format() {
        return format;
    }

    /** What the source says about the field. */
    public String comment() {
        return field.comment();
    }

    public boolean isStack() {
        return format.isStack();
    }

    public boolean isNumeric() {
        Type type = field.type();
        boolean number = type instanceof Type.Int || type instanceof Type.Float || type instanceof Type.Char || type instanceof Type.Pointer;
        return number && format != ValueFormat.IPV4 && format != ValueFormat.IPV6 && format != ValueFormat.IP && format != ValueFormat.SIGNAL;
    }

    /** Whether {@code record} is long enough to hold this value. */
    public boolean isIn(ByteBuffer record) {
        return cell.fits(record, at);
    }

    /**
     * For people.
     *
     * @param record backed by an array, in the byte order of the host that made it, from index 0 to its limit
     */
    public void text(ByteBuffer record, TextBuffer out) {
        if (isIn(record)) cell.write(record, at, out, Cell.View.TEXT);
    }

    /** For machines, without quotes. */
    public void plain(ByteBuffer record, TextBuffer out) {
        if (isIn(record)) cell.write(record, at, out, Cell.View.PLAIN);
    }

    /** Writes {@code null} when the record is too short. */
    public void json(ByteBuffer record, Symbols symbols, TextBuffer out) {
        if (isIn(record)) cell.write(record, at, out, new Cell.View(Cell.Style.JSON, symbols));
        else out.put("null");
    }

    /** The frames of a stack column, innermost first; none for other columns and where there is no stack. */
    public List<StackFrame> frames(ByteBuffer record, Symbols symbols) {
        return cell instanceof StackCell stack && isIn(record) ? stack.frames(record, at, symbols) : List.of();
    }

    /** Writes the frames of a stack column one a line, innermost first: {@code symbol+0x12 [module]}; or why there are none. */
    void frameLines(ByteBuffer record, Symbols symbols, TextBuffer out) {
        if (!(cell instanceof StackCell stack) || !isIn(record)) return;
        FrameText.write(stack.frames(record, at, symbols), out);
        int errno = stack.missing(record, at);
        if (errno != 0) out.put("    [no ").put(name).put(": ").put(ErrorNames.errno(errno)).put("]\n");
    }

    /** The number in an integer column of at most 8 bytes; 0 where there is none. */
    public long number(ByteBuffer record) {
        return field.type() instanceof Type.Int i && i.size() <= 8 && !field.isBitField() && isIn(record) ? IntegerCell.read(record, at, i.size(), i.signed()) : 0;
    }

    /** Where the value lies in a record. */
    public int offset() {
        return at;
    }

    /** Whether the value is one {@link #whole} number: an integer, enum, boolean, pointer or bit-field of at most 8 bytes. */
    public boolean isWhole() {
        return switch (field.type()) {
            case Type.Int i -> i.size() <= 8;
            case Type.Char c -> true;
            case Type.Bool b -> true;
            case Type.Enum e -> true;
            case Type.Pointer p -> true;
            case Type.Float f -> false;
            case Type.Array a -> false;
            case Type.Struct s -> false;
        };
    }

    /** Whether {@link #whole} is to be read as an unsigned number. */
    public boolean isUnsigned() {
        return field.type() instanceof Type.Int i && !i.signed() || field.type() instanceof Type.Pointer || field.type() instanceof Type.Enum e && !e.signed();
    }

    /** The number, ports in host order; 0 where the record is too short or the column has no whole numbers. */
    public long whole(ByteBuffer record) {
        if (!isWhole() || !isIn(record)) return 0;
        if (cell instanceof BitFieldCell bits) return bits.read(record, at);
        Type type = field.type();
        boolean signed = type instanceof Type.Char || type instanceof Type.Int i && i.signed() || type instanceof Type.Enum e && e.signed();
        long value = IntegerCell.read(record, at, type.size(), signed);
        if (type instanceof Type.Bool) return value == 0 ? 0 : 1;
        return format == ValueFormat.PORT_BE ? IntegerCell.swap(value, type.size()) : value;
    }

    /** Whether the value is zero or an empty text. */
    boolean isBlank(ByteBuffer record) {
        if (!isIn(record)) return true;
        if (format == ValueFormat.TEXT) return record.get(at) == 0;
        for (int i = at; i < Math.min(record.limit(), at + field.type().size()); i++) if (record.get(i) != 0) return false;
        return true;
    }

    /** Decoded as {@link Decoder} does; null when the record is too short. */
    public Object value(ByteBuffer record) {
        if (!isIn(record)) return null;
        byte[] bytes = new byte[record.limit() - at];
        record.get(at, bytes);
        Field alone = new Field("value", field.type(), 0, field.bitOffset(), field.bitSize(), "", "");
        return Decoder.of(new Type.Struct("", false, bytes.length, List.of(alone)), record.order()).decode(bytes).get("value");
    }

    @Override
    public String toString() {
        return name;
    }
}

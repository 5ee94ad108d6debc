package org.eunomia.core.view;

import java.nio.ByteBuffer;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.eunomia.core.schema.Schema;

/**
 * Rows with aligned columns, the first of them the time. Widths start from types and names and grow when a value needs more; the last column
 * is as long as its text. Stacks stand below their row. Rows of a kind that was not announced start a new table.
 */
public final class TextTable {
    private final Times times;
    private final boolean timed;
    private final Symbols symbols;
    private Layout layout;
    private int[] widths = new int[0];
    private int typeWidth;
    private boolean headerDue = true;

    public TextTable(List<Columns> kinds, Times times, Symbols symbols) {
        this(kinds, times, true, symbols);
    }

    private TextTable(List<Columns> kinds, Times times, boolean timed, Symbols symbols) {
        this.times = times;
        this.timed = timed;
        this.symbols = symbols;
        lay(kinds);
    }

    /** Without the column for the time: for rows that are all of one moment. */
    public static TextTable untimed(Columns kind, Symbols symbols) {
        return new TextTable(List.of(kind), new Times(ZoneOffset.UTC), false, symbols);
    }

    private void lay(List<Columns> kinds) {
        layout = new Layout(kinds, false);
        widths = layout.columns().stream().mapToInt(Widths::of).toArray();
        typeWidth = layout.kinds() > 1 ? kinds.stream().mapToInt(k -> k.schema().name().length()).max().orElse(0) : 0;
        typeWidth = typeWidth == 0 ? 0 : Math.max(4, typeWidth);
        headerDue = true;
    }

    /** Makes columns as wide as {@code record} needs, without writing it. For rows that are all there before the first is printed. */
    public void fit(Schema schema, ByteBuffer record) {
        Layout.Kind kind = layout.kind(schema);
        if (kind == null) return;
        TextBuffer value = new TextBuffer();
        for (int i = 0; i < widths.length; i++) {
            if (kind.at()[i] == null) continue;
            value.clear();
            kind.at()[i].text(record, value);
            widths[i] = Math.max(widths[i], value.widthFrom(0));
        }
    }

    /** Something else was printed: the next row repeats the header. */
    public void interrupted() {
        headerDue = true;
    }

    /** Writes the header if the next row would. */
    public void header(TextBuffer out) {
        if (!headerDue) return;
        headerDue = false;
        if (timed) out.put("TIME").spaces(8);
        if (typeWidth > 0) gap(out).put("TYPE").spaces(typeWidth - 4);
        List<Column> columns = layout.columns();
        for (int i = 0; i < columns.size(); i++) {
            int at = timed || i > 0 ? gap(out).length() : out.length();
            Escapes.text(columns.get(i).name().toUpperCase(Locale.ROOT), out);
            pad(i, at, out);
        }
        out.put('\n');
    }

    public void row(long epochNanos, Schema schema, ByteBuffer record, TextBuffer out) {
        Layout.Kind kind = layout.kind(schema);
        if (kind == null) {
            lay(layout.with(Columns.of(schema)));
            kind = layout.kind(schema);
        }
        header(out);
        if (timed) times.local(epochNanos, out);
        if (typeWidth > 0) {
            int at = gap(out).length();
            Escapes.text(schema.name(), out);
            out.spaces(typeWidth - out.widthFrom(at));
        }
        Column[] columns = kind.at();
        for (int i = 0; i < columns.length; i++) {
            int at = timed || i > 0 ? gap(out).length() : out.length();
            if (columns[i] != null) columns[i].text(record, out);
            pad(i, at, out);
        }
        trimEnd(out);
        out.put('\n');
        for (Column stack : kind.stacks()) stack.frameLines(record, symbols, out);
    }

    private void pad(int column, int at, TextBuffer out) {
        int width = out.widthFrom(at);
        Column shown = layout.columns().get(column);
        boolean last = column == widths.length - 1;
        if (width > widths[column] && !last) widths[column] = width;
        if (shown.isNumeric()) out.indentFrom(at, widths[column] - width);
        else if (!last) out.spaces(widths[column] - width);
    }

    private static TextBuffer gap(TextBuffer out) {
        return out.spaces(2);
    }

    private static void trimEnd(TextBuffer out) {
        int end = out.length();
        while (end > 0 && out.byteAt(end - 1) == ' ') end--;
        out.truncate(end);
    }
}

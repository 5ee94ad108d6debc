package org.eunomia.core.view;

import java.nio.ByteBuffer;
import java.util.List;
import org.eunomia.core.schema.Schema;

/**
 * Rows by RFC 4180: one header, CRLF, quotes where needed. Values are as in JSON but for the quotes, except that control characters are
 * escaped as in text; a cell that starts like a spreadsheet's formula is left as it is. Rows of several kinds share one header, and a
 * column {@code type} tells them apart.
 */
public final class CsvTable {
    private final Times times;
    private final Layout layout;
    private boolean headerDue = true;

    public CsvTable(List<Columns> kinds, Times times) {
        this.times = times;
        this.layout = new Layout(kinds, true);
    }

    /** Writes the header if it was not yet. */
    public void header(TextBuffer out) {
        if (!headerDue) return;
        headerDue = false;
        out.put(layout.kinds() > 1 ? "time,type" : "time");
        for (Column c : layout.columns()) {
            int at = out.put(',').length();
            Escapes.text(c.name(), out);
            quote(at, out);
        }
        out.put("\r\n");
    }

    /** @return whether {@code schema} is one of the kinds; nothing is written otherwise */
    public boolean row(long epochNanos, Schema schema, ByteBuffer record, TextBuffer out) {
        Layout.Kind kind = layout.kind(schema);
        if (kind == null) return false;
        header(out);
        times.instant(epochNanos, out);
        if (layout.kinds() > 1) {
            int at = out.put(',').length();
            Escapes.text(schema.name(), out);
            quote(at, out);
        }
        for (Column c : kind.at()) {
            int at = out.put(',').length();
            if (c == null) continue;
            c.plain(record, out);
            if (!c.isNumeric()) quote(at, out);
        }
        out.put("\r\n");
        return true;
    }

    private static void quote(int at, TextBuffer out) {
        boolean quotes = out.hasFrom(at, '"');
        if (!quotes && !out.hasFrom(at, ',')) return;
        byte[] cell = out.cutFrom(at);
        out.put('"');
        for (byte b : cell) {
            if (b == '"') out.put('"');
            out.put(new byte[] { b });
        }
        out.put('"');
    }
}

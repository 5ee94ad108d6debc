package org.eunomia.ide.events.internal.model;

import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import org.eunomia.core.view.Columns;
import org.eunomia.core.view.CsvTable;
import org.eunomia.core.view.JsonLines;
import org.eunomia.core.view.Symbols;
import org.eunomia.core.view.TextBuffer;
import org.eunomia.core.view.Times;

/** Writes rows in the forms that the command line writes. */
public enum Export {
    JSON_LINES("JSON lines", "jsonl"), CSV("CSV", "csv");

    private static final int BLOCK = 1 << 16;
    private final String title;
    private final String extension;

    Export(String title, String extension) {
        this.title = title;
        this.extension = extension;
    }

    public String title() {
        return title;
    }

    public String extension() {
        return extension;
    }

    /**
     * @param rows     of {@code in}, in the order in which they are to be written
     * @param progress told how many are written; answers whether to go on
     * @return how many were written
     */
    public long write(EventList.Snapshot in, RowOrder rows, OutputStream out, LongPredicate progress) throws IOException {
        TextBuffer text = new TextBuffer();
        Writer writer = this == CSV ? csv(in.columns()) : json();
        Row row = new Row();
        long written = 0;
        for (int i = 0; i < rows.size(); i++) {
            long event = rows.event(i);
            if (!in.window().holds(event)) continue;
            writer.write(row.moveTo(in.window(), event), text);
            written++;
            if (text.length() < BLOCK) continue;
            text.drainTo(out);
            if (!progress.test(written)) return written;
        }
        text.drainTo(out);
        progress.test(written);
        return written;
    }

    private interface Writer {
        void write(Row row, TextBuffer out);
    }

    private static Writer json() {
        JsonLines lines = new JsonLines(new Times(ZoneOffset.UTC), Symbols.NONE);
        return (row, out) -> lines.event(row.event(), out);
    }

    private static Writer csv(ColumnModel columns) {
        List<Columns> kinds = new ArrayList<>();
        for (EventKind kind : columns.kinds()) if (kinds.stream().noneMatch(k -> k.schema().equals(kind.schema()))) kinds.add(kind.columns());
        CsvTable table = new CsvTable(kinds, new Times(ZoneOffset.UTC));
        return (row, out) -> table.row(row.timeNanos(), row.kind().schema(), row.record(), out);
    }
}

package org.eunomia.core.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.eunomia.core.schema.Schema;

/** The columns of rows of several kinds, united by name: a row leaves columns empty that its kind has not. */
final class Layout {
    /** A kind of row: its columns by position in the layout, null where it has none. */
    record Kind(Columns columns, Column[] at, List<Column> stacks) { }

    private final List<Column> columns = new ArrayList<>();
    private final Map<Schema, Kind> kinds = new HashMap<>();
    private final Map<Schema, Kind> seen = new IdentityHashMap<>();
    private Kind last;

    Layout(List<Columns> kinds, boolean withStacks) {
        Map<String, Integer> positions = new HashMap<>();
        for (Columns kind : kinds) {
            for (Column c : kind.list()) {
                if (withStacks || !c.isStack()) positions.computeIfAbsent(c.name(), n -> add(c));
            }
        }
        for (Columns kind : kinds) {
            Column[] at = new Column[columns.size()];
            for (Column c : kind.list()) if (withStacks || !c.isStack()) at[positions.get(c.name())] = c;
            this.kinds.put(kind.schema(), new Kind(kind, at, withStacks ? List.of() : kind.list().stream().filter(Column::isStack).toList()));
        }
    }

    private int add(Column column) {
        columns.add(column);
        return columns.size() - 1;
    }

    /** The first column of each name. */
    List<Column> columns() {
        return columns;
    }

    int kinds() {
        return kinds.size();
    }

    /** Null when the layout was made without it. */
    Kind kind(Schema schema) {
        if (last != null && last.columns.schema() == schema) return last;
        Kind found = seen.get(schema);
        if (found == null) { // comparing whole schemas is for the first record of each only
            found = kinds.get(schema);
            if (found == null) return null;
            seen.put(schema, found);
        }
        if (found.columns.schema() == schema) last = found;
        return found;
    }

    List<Columns> with(Columns further) {
        List<Columns> all = new ArrayList<>(kinds.values().stream().map(Kind::columns).toList());
        all.add(further);
        return all;
    }
}

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
    private final Map<String, Integer> positions = new HashMap<>();
    private final boolean withStacks;
    private final Map<Schema, Kind> kinds = new HashMap<>();
    private final Map<Schema, Kind> seen = new IdentityHashMap<>();
    private Schema lastSchema;
    private Kind last;

    Layout(List<Columns> kinds, boolean withStacks) {
        this.withStacks = withStacks;
        for (Columns kind : kinds) shown(kind).forEach(c -> positions.computeIfAbsent(c.name(), n -> add(c)));
        for (Columns kind : kinds) this.kinds.put(kind.schema(), place(kind));
    }

    private List<Column> shown(Columns kind) {
        return withStacks ? kind.list() : kind.list().stream().filter(c -> !c.isStack()).toList();
    }

    private Kind place(Columns kind) {
        Column[] at = new Column[columns.size()];
        for (Column c : shown(kind)) at[positions.get(c.name())] = c;
        return new Kind(kind, at, withStacks ? List.of() : kind.list().stream().filter(Column::isStack).toList());
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
        if (schema == lastSchema) return last;
        Kind found = seen.get(schema);
        if (found == null) { // comparing whole schemas is for the first record of each only
            found = kinds.containsKey(schema) ? kinds.get(schema) : successor(schema);
            if (found == null) return null;
            seen.put(schema, found);
        }
        last = found;
        lastSchema = schema;
        return found;
    }

    /** A kind that came to another layout, as after a hot update, but needs no further columns. */
    private Kind successor(Schema schema) {
        if (kinds.keySet().stream().noneMatch(s -> s.name().equals(schema.name()))) return null;
        Columns kind = Columns.of(schema);
        return shown(kind).stream().allMatch(c -> positions.containsKey(c.name())) ? place(kind) : null;
    }

    List<Columns> with(Columns further) {
        List<Columns> all = new ArrayList<>(kinds.values().stream().map(Kind::columns).toList());
        all.add(further);
        return all;
    }
}

package org.eunomia.ide.events.internal.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eunomia.core.view.Column;

/**
 * The columns of the kinds of a store: what events have besides their records, then the fields of all kinds, united by name in the order in which kinds came.
 * A field that is called as one of the head's hides that.
 */
public final class ColumnModel {
    public static final ColumnModel EMPTY = of(List.of());

    private final List<EventKind> kinds;
    private final List<EventColumn> columns;
    private final Map<String, EventColumn> byTitle = new LinkedHashMap<>();

    private ColumnModel(List<EventKind> kinds, List<EventColumn> columns) {
        this.kinds = kinds;
        this.columns = List.copyOf(columns);
        columns.forEach(c -> byTitle.put(c.title(), c));
    }

    public static ColumnModel of(List<EventKind> kinds) {
        Map<String, List<Column>> fields = new LinkedHashMap<>();
        for (EventKind kind : kinds) {
            for (Column c : kind.columns().list()) {
                List<Column> byKind = fields.computeIfAbsent(c.name(), n -> new ArrayList<>());
                while (byKind.size() < kind.number()) byKind.add(null);
                if (byKind.size() == kind.number()) byKind.add(c);
            }
        }
        List<EventColumn> columns = new ArrayList<>(List.of(HeadColumn.values()));
        fields.forEach((name, byKind) -> columns.add(new FieldColumn(name, byKind)));
        return new ColumnModel(kinds, columns);
    }

    /** The same when {@code present} are the kinds that this was made of. */
    public ColumnModel with(List<EventKind> present) {
        return present.size() == kinds.size() ? this : of(present);
    }

    public List<EventKind> kinds() {
        return kinds;
    }

    public List<EventColumn> columns() {
        return columns;
    }

    public List<String> titles() {
        return List.copyOf(byTitle.keySet());
    }

    public Optional<EventColumn> find(String title) {
        return Optional.ofNullable(byTitle.get(title));
    }

    /** Those that a view shows until the user chooses: time, the fields, and of the rest what differs between events. */
    public List<EventColumn> usual() {
        return columns.stream().filter(c -> switch (c) {
            case FieldColumn f -> true;
            case HeadColumn h -> switch (h) {
                case TIME -> true;
                case HOST -> kinds.stream().map(k -> k.origin().host()).distinct().count() > 1;
                case TRACKER -> kinds.stream().map(EventKind::origin).distinct().count() > 1;
                case TYPE -> kinds.stream().map(k -> k.schema().name()).distinct().count() > 1;
                case MAP, GENERATION, POSITION -> false;
            };
        }).toList();
    }
}

package org.eunomia.ide.events.internal.table;

import java.util.List;
import java.util.Optional;
import org.eunomia.core.view.TextBuffer;
import org.eunomia.core.view.ValueFormat;
import org.eunomia.ide.events.internal.model.ColourRule;
import org.eunomia.ide.events.internal.model.ColourRules;
import org.eunomia.ide.events.internal.model.EventColumn;
import org.eunomia.ide.events.internal.model.EventList;
import org.eunomia.ide.events.internal.model.FieldColumn;
import org.eunomia.ide.events.internal.model.HeadColumn;
import org.eunomia.ide.events.internal.model.Row;

/** The rows of an event list, each value decoded when it is drawn. */
final class EventContent implements GridContent {
    private final Row row = new Row();
    private EventList.Snapshot shown;
    private List<EventColumn> columns = List.of();
    private ColourRules rules = ColourRules.NONE;
    private int at = -1;
    private boolean gone;

    EventContent(EventList.Snapshot shown) {
        this.shown = shown;
    }

    void show(EventList.Snapshot next) {
        shown = next;
        at = -1;
    }

    EventList.Snapshot shown() {
        return shown;
    }

    void show(List<EventColumn> chosen, ColourRules colours) {
        columns = List.copyOf(chosen);
        rules = colours;
    }

    List<EventColumn> chosen() {
        return columns;
    }

    @Override
    public int columns() {
        return columns.size();
    }

    @Override
    public String title(int column) {
        return columns.get(column).title();
    }

    @Override
    public String tip(int column) {
        return columns.get(column).title() + ": " + columns.get(column).description();
    }

    @Override
    public boolean isNumeric(int column) {
        return column < columns.size() && columns.get(column).isNumeric();
    }

    @Override
    public int usualWidth(int column) {
        return switch (columns.get(column)) {
            case HeadColumn h -> 12;
            case FieldColumn f -> switch (f.model().format()) {
                case TEXT -> f.model().type().size() > 32 || f.model().type().size() == 0 ? 40 : 12;
                case IPV6, IP -> 24;
                case IPV4, MAC -> 16;
                case ERRNO, SIGNAL -> 8;
                case BYTES, KSTACK, USTACK -> 32;
                default -> f.model().format() == ValueFormat.HEX ? 18 : f.model().isWhole() && f.model().type().size() <= 4 ? 6 : 12;
            };
        };
    }

    @Override
    public int sorted(int column) {
        Optional<EventList.Sort> sort = shown.wish().sort().filter(s -> column < columns.size() && s.column().equals(columns.get(column).title()));
        return sort.map(s -> s.descending() ? -1 : 1).orElse(0);
    }

    @Override
    public int rows() {
        return shown.rows().size();
    }

    private boolean moveTo(int index) {
        if (index != at) {
            long event = shown.rows().event(index);
            gone = !shown.window().holds(event);
            if (!gone) row.moveTo(shown.window(), event);
            at = index;
        }
        return !gone;
    }

    @Override
    public String text(int column, int index) {
        if (!moveTo(index)) return "";
        TextBuffer text = row.scratch();
        columns.get(column).text(row, text);
        return text.toString();
    }

    @Override
    public Optional<ColourRule.Colour> colour(int index) {
        return index < rows() && moveTo(index) ? rules.of(row) : Optional.empty();
    }

    @Override
    public long key(int index) {
        return shown.rows().event(index);
    }

    @Override
    public int rowOf(long key) {
        return shown.window().holds(key) ? shown.rows().rowOf(key) : -1;
    }
}

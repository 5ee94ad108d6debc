package org.eunomia.ide.events.internal.table;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.eunomia.core.view.TextBuffer;
import org.eunomia.core.view.Times;
import org.eunomia.ide.events.internal.model.ColourRule;
import org.eunomia.ide.events.internal.model.Groups;
import org.eunomia.ide.events.internal.model.Groups.Group;

/** Groups of events with their counts, sorted by any column. */
final class GroupContent implements GridContent {
    private record Shown(String title, String tip, boolean numeric, int width, Function<Group, String> text, Comparator<Group> order) { }

    private final Times times = new Times(ZoneId.systemDefault());
    private Groups.Snapshot groups = new Groups.Snapshot(List.of(), null, List.of(), 0, 0);
    private List<Shown> columns = List.of();
    private List<Group> rows = List.of();
    private int sortBy = -1;
    private boolean descending = true;

    /** @return whether the columns are others than before */
    boolean show(Groups.Snapshot next) {
        boolean others = !next.by().stream().map(c -> c.title()).toList().equals(groups.by().stream().map(c -> c.title()).toList()) || (next.value() == null) != (groups.value() == null);
        groups = next;
        if (others || columns.isEmpty()) {
            columns = columns(groups);
            sortBy = -1;
        }
        arrange();
        return others;
    }

    private List<Shown> columns(Groups.Snapshot of) {
        List<Shown> list = new ArrayList<>();
        for (int i = 0; i < of.by().size(); i++) {
            int value = i;
            list.add(new Shown(of.by().get(i).title(), of.by().get(i).description(), of.by().get(i).isNumeric(), 24, g -> g.values().get(value), Comparator.comparing(g -> g.values().get(value))));
        }
        list.add(new Shown("count", "events of this group", true, 10, g -> String.format(Locale.ROOT, "%,d", g.count()), Comparator.comparingLong(Group::count)));
        list.add(new Shown("share", "of all events that were counted", true, 8, g -> String.format(Locale.ROOT, "%.1f %%", 100.0 * g.count() / Math.max(1, groups.total())), Comparator.comparingLong(Group::count)));
        if (of.value() != null) {
            String name = of.value().title();
            list.add(number("sum of " + name, Group::sum));
            list.add(number("average", Group::average));
            list.add(number("least", Group::least));
            list.add(number("most", Group::most));
        }
        list.add(new Shown("last", "when the last of them came", false, 13, g -> time(g.lastNanos()), Comparator.comparingLong(Group::lastNanos)));
        return list;
    }

    private static Shown number(String title, Function<Group, Double> value) {
        return new Shown(title, title, true, 12, g -> Double.isNaN(value.apply(g)) ? "" : String.format(Locale.ROOT, value.apply(g) == Math.rint(value.apply(g)) ? "%,.0f" : "%,.2f", value.apply(g)),
                Comparator.comparingDouble(value::apply));
    }

    private String time(long nanos) {
        TextBuffer text = new TextBuffer();
        times.local(nanos, text);
        return text.toString();
    }

    void sort(int column) {
        descending = column != sortBy ? columns.get(column).numeric : !descending;
        sortBy = column;
        arrange();
    }

    private void arrange() {
        rows = groups.groups();
        if (sortBy < 0) return;
        List<Group> sorted = new ArrayList<>(rows);
        Comparator<Group> order = columns.get(sortBy).order;
        sorted.sort(descending ? order.reversed() : order);
        rows = sorted;
    }

    Group group(int row) {
        return rows.get(row);
    }

    Groups.Snapshot groups() {
        return groups;
    }

    @Override
    public int columns() {
        return columns.size();
    }

    @Override
    public String title(int column) {
        return columns.get(column).title;
    }

    @Override
    public String tip(int column) {
        return columns.get(column).tip;
    }

    @Override
    public boolean isNumeric(int column) {
        return column < columns.size() && columns.get(column).numeric;
    }

    @Override
    public int usualWidth(int column) {
        return columns.get(column).width;
    }

    @Override
    public int sorted(int column) {
        return sortBy < 0 ? columns.get(column).title.equals("count") ? -1 : 0 : column != sortBy ? 0 : descending ? -1 : 1;
    }

    @Override
    public int rows() {
        return rows.size();
    }

    @Override
    public String text(int column, int row) {
        return columns.get(column).text.apply(rows.get(row));
    }

    @Override
    public Optional<ColourRule.Colour> colour(int row) {
        return Optional.empty();
    }

    @Override
    public long key(int row) {
        return row;
    }

    @Override
    public int rowOf(long key) {
        return key < rows.size() ? (int) key : -1;
    }
}

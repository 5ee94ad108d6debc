package org.eunomia.ide.events.internal.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eunomia.core.Event;
import org.eunomia.core.view.Symbols;
import org.eunomia.ide.events.internal.details.DetailsPane;
import org.eunomia.ide.events.internal.model.ColourRules;
import org.eunomia.ide.events.internal.model.ColumnModel;
import org.eunomia.ide.events.internal.model.EventColumn;
import org.eunomia.ide.events.internal.model.EventFeed;
import org.eunomia.ide.events.internal.model.EventList;
import org.eunomia.ide.events.internal.model.EventList.Sort;
import org.eunomia.ide.events.internal.model.EventList.Wish;
import org.eunomia.ide.events.internal.model.EventStore;
import org.eunomia.ide.events.internal.model.Row;
import org.eunomia.ide.events.internal.model.RowOrder;
import org.eunomia.ide.events.internal.model.filter.Filter;

/** One tab: the events of a store, with their filter, details and counts. */
final class EventPage {
    private final EventList list;
    private final Supplier<List<EventFeed>> feeds;
    private final Settings settings;
    private final Composite whole;
    private final FilterBar filter;
    private final FindBar find;
    private final SashForm split;
    private final Composite stack;
    private final EventContent content;
    private final GroupContent groupContent = new GroupContent();
    private final Grid grid;
    private final Grid groups;
    private final DetailsPane details;
    private final StatusLine status;
    private Supplier<String> notice = () -> "";
    private ColumnModel columns;
    private List<String> chosen = List.of();
    private boolean follow = true;

    EventPage(Composite parent, EventStore store, Supplier<List<EventFeed>> feeds, Settings settings) {
        this.feeds = feeds;
        this.settings = settings;
        list = new EventList(store);
        follow = settings.follow();
        content = new EventContent(list.snapshot());
        whole = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout();
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.verticalSpacing = 0;
        whole.setLayout(layout);
        filter = new FilterBar(whole, settings.history(), this::filter);
        filter.control().setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        find = new FindBar(whole, this);
        split = new SashForm(whole, SWT.HORIZONTAL);
        split.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        stack = new Composite(split, SWT.NONE);
        stack.setLayout(new StackLayout());
        grid = new Grid(stack, content);
        groups = new Grid(stack, groupContent);
        ((StackLayout) stack.getLayout()).topControl = grid.control();
        details = new DetailsPane(split);
        split.setWeights(70, 30);
        status = new StatusLine(whole);
        grid.onSelection(this::selected);
        grid.onHeader(this::sort);
        groups.onHeader(c -> {
            groupContent.sort(c);
            groups.columnsChanged();
        });
        groups.onDoubleClick(this::enter);
        showDetails(settings.details());
    }

    Composite control() {
        return whole;
    }

    Grid grid() {
        return isGrouped() ? groups : grid;
    }

    /** That of events first, then that of groups. */
    List<Grid> grids() {
        return List.of(grid, groups);
    }

    EventContent content() {
        return content;
    }

    GroupContent groupContent() {
        return groupContent;
    }

    EventList list() {
        return list;
    }

    FilterBar filterBar() {
        return filter;
    }

    FindBar findBar() {
        return find;
    }

    List<EventFeed> feeds() {
        return feeds.get();
    }

    void notice(Supplier<String> text) {
        notice = text;
    }

    boolean isFollowing() {
        return follow;
    }

    void follow(boolean wanted) {
        follow = wanted;
        if (wanted) grid.rowsChanged(true);
    }

    private boolean isGrouped() {
        return !list.wish().groupBy().isEmpty();
    }

    boolean isShowingDetails() {
        return split.getMaximizedControl() == null;
    }

    void showDetails(boolean wanted) {
        split.setMaximizedControl(wanted ? null : stack);
    }

    private void wish(Filter by, Optional<Sort> sort, List<String> groupBy, Optional<String> sum) {
        list.wish(new Wish(by, sort, groupBy, sum));
    }

    private void filter(Filter wanted) {
        Wish old = list.wish();
        if (!wanted.text().equals(old.filter().text())) wish(wanted, old.sort(), old.groupBy(), old.sum());
    }

    /** Ascending, descending, as they came. */
    private void sort(int column) {
        String title = content.title(column);
        Optional<Sort> old = list.wish().sort().filter(s -> s.column().equals(title));
        sort(old.isEmpty() ? Optional.of(new Sort(title, false)) : old.get().descending() ? Optional.empty() : Optional.of(new Sort(title, true)));
    }

    void sort(Optional<Sort> wanted) {
        Wish old = list.wish();
        wish(old.filter(), wanted, old.groupBy(), old.sum());
        follow = follow && wanted.isEmpty();
    }

    /** @param by none to show the events themselves */
    void group(List<String> by, Optional<String> sum) {
        Wish old = list.wish();
        wish(old.filter(), old.sort(), by, sum);
        ((StackLayout) stack.getLayout()).topControl = by.isEmpty() ? grid.control() : groups.control();
        stack.layout();
    }

    /** Shows the events of a group. */
    private void enter(int row) {
        List<EventColumn> by = groupContent.groups().by();
        List<String> values = groupContent.group(row).values();
        StringBuilder both = new StringBuilder(list.wish().filter().isNone() ? "" : "(" + list.wish().filter().text() + ") && ");
        for (int i = 0; i < by.size(); i++) both.append(i == 0 ? "" : " && ").append(Conditions.equal(by.get(i), values.get(i), true));
        group(List.of(), Optional.empty());
        filter.set(both.toString());
    }

    /** Adds a condition on the value of a cell to the filter. */
    void narrow(int column, int row, boolean equal) {
        String condition = isGrouped() ? Conditions.equal(groupContent.groups().by().get(Math.min(column, groupContent.groups().by().size() - 1)), groupContent.text(column, row), equal)
                : Conditions.equal(content.chosen().get(column), content.text(column, row), equal);
        String before = list.wish().filter().text();
        filter.set(before.isBlank() ? condition : (before.contains("||") ? "(" + before + ")" : before) + " && " + condition);
    }

    List<String> chosenColumns() {
        return content.chosen().stream().map(EventColumn::title).toList();
    }

    /** @param titles none for the usual ones */
    void choose(List<String> titles) {
        chosen = List.copyOf(titles);
        arrange();
    }

    private void arrange() {
        List<EventColumn> shown = new ArrayList<>();
        for (String title : chosen) columns.find(title).ifPresent(shown::add);
        content.show(shown.isEmpty() ? columns.usual() : shown, ColourRules.bind(settings.colours(), columns));
        grid.columnsChanged();
    }

    void coloursChanged() {
        arrange();
        grid.redraw();
    }

    /** Shows what there is now. Called some times a second while the page is to be seen. */
    void tick() {
        EventList.Snapshot before = content.shown();
        EventList.Snapshot now = list.snapshot();
        grid.followTheme();
        groups.followTheme();
        boolean first = columns == null;
        boolean otherColumns = first || columns.columns() != now.columns().columns();
        if (first || isOther(before, now)) {
            if (before.wish().sort().equals(now.wish().sort())) grid.beforeChange();
            else grid.toTop();
            content.show(now);
            columns = now.columns();
            filter.columns(columns);
            if (otherColumns || !before.wish().sort().equals(now.wish().sort())) arrange();
            grid.rowsChanged(follow && !list.isPaused() && now.wish().sort().isEmpty());
            if (now.problem().isPresent()) filter.tell(now.problem());
        }
        now.groups().ifPresent(g -> {
            if (g == groupContent.groups()) return;
            if (groupContent.show(g)) groups.columnsChanged();
            else groups.rowsChanged(false);
        });
        List<EventFeed.Status> statuses = feeds.get().stream().map(EventFeed::status).toList();
        String failure = statuses.stream().flatMap(s -> s.failure().stream()).map(f -> f.summary() + (f.hint().isEmpty() ? "" : " – " + f.hint())).findFirst().orElse("");
        String paused = list.isPaused() ? "Paused" : "";
        status.show(now, list.store().counts(), statuses, String.join("   ", Stream.of(failure, notice.get(), paused).filter(t -> !t.isEmpty()).toList()));
    }

    private static boolean isOther(EventList.Snapshot a, EventList.Snapshot b) {
        return a.wish() != b.wish() || a.columns() != b.columns() || a.window().end() != b.window().end() || a.window().first() != b.window().first() || a.rows().size() != b.rows().size()
                || !a.problem().equals(b.problem()) || a.rows() instanceof RowOrder.Sorted && a.rows() != b.rows();
    }

    private void selected() {
        long[] keys = grid.selectedKeys();
        if (keys.length > 0) follow = false;
        Optional<Event> event = keys.length == 0 || !content.shown().window().holds(keys[0]) ? Optional.empty() : Optional.of(new Row().moveTo(content.shown().window(), keys[0]).event());
        Supplier<Symbols> symbols = () -> event.flatMap(e -> feeds.get().stream().filter(f -> f.origin().tracker().equals(e.tracker())).findFirst()).map(f -> f.source().symbols()).orElse(Symbols.NONE);
        details.show(event, symbols);
    }

    /** @param found told the row, or -1 */
    void select(int row, Consumer<Integer> found) {
        if (row >= 0) {
            follow = false;
            grid.select(row);
        }
        found.accept(row);
    }

    void focus() {
        grid().control().setFocus();
    }
}

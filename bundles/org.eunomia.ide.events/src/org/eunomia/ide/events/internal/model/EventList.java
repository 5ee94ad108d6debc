package org.eunomia.ide.events.internal.model;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eunomia.ide.events.internal.model.filter.Filter;
import org.eunomia.ide.events.internal.model.filter.FilterException;
import org.eunomia.ide.events.internal.model.filter.FilterProblem;
import org.eunomia.ide.events.internal.model.filter.RowTest;

/**
 * The events of a store as somebody looks at them: filtered, sorted, grouped, held still. What is wanted may be set from any thread; one worker calls {@link #work}
 * to bring the rows up to date, in steps short enough to see a new wish soon; and who shows them takes the latest {@link #snapshot}, which never changes.
 */
public final class EventList {
    private static final int STEP = 1 << 15;
    private static final long SETTLE_NANOS = 300_000_000L;
    private final EventStore store;
    private volatile Wish wish = new Wish(Filter.NONE, Optional.empty(), List.of(), Optional.empty());
    private final AtomicBoolean cleared = new AtomicBoolean();
    private volatile boolean paused;
    private volatile Snapshot snapshot;

    // What follows belongs to the worker.
    private final Row row = new Row();
    private final Matches matches = new Matches();
    private Wish done;
    private ColumnModel columns = ColumnModel.EMPTY;
    private EventWindow window = EventWindow.EMPTY;
    private RowTest test = RowTest.ALL;
    private Optional<FilterProblem> problem = Optional.empty();
    private SortedRows sorted;
    private Groups groups;
    private long next;
    private long lastSettleNanos;
    private RowOrder lastSorted = RowOrder.NONE;
    private long lastGroupsNanos;
    private Optional<Groups.Snapshot> lastGroups = Optional.empty();

    /** By a column's title. */
    public record Sort(String column, boolean descending) { }

    /** @param sum the column that groups sum up */
    public record Wish(Filter filter, Optional<Sort> sort, List<String> groupBy, Optional<String> sum) {
        public Wish {
            groupBy = List.copyOf(groupBy);
        }
    }

    /**
     * @param problem  why the filter is not applied
     * @param rows     may name events that {@code window} does not hold any more; those are shown as gone
     * @param groups   empty unless rows are grouped
     * @param pending  events that are held but were not yet looked at
     * @param waiting  events that came since the view is paused
     */
    public record Snapshot(EventWindow window, ColumnModel columns, RowOrder rows, Wish wish, Optional<FilterProblem> problem, Optional<Groups.Snapshot> groups, long pending,
            long waiting) {
        /** Events that the filter hides. */
        public long hidden() {
            return Math.max(0, window.size() - pending - rows.size());
        }
    }

    public EventList(EventStore store) {
        this.store = store;
        snapshot = new Snapshot(EventWindow.EMPTY, ColumnModel.EMPTY, RowOrder.NONE, wish, Optional.empty(), Optional.empty(), 0, 0);
    }

    public EventStore store() {
        return store;
    }

    public Wish wish() {
        return wish;
    }

    public void wish(Wish wanted) {
        wish = wanted;
    }

    public boolean isPaused() {
        return paused;
    }

    /** While paused the rows stay as they are, and stay readable; the store goes on collecting. */
    public void pause(boolean pause) {
        paused = pause;
    }

    /** Forgets all events, also those of a paused view. */
    public void clear() {
        store.clear();
        cleared.set(true);
    }

    /** The rows as they were after the last {@link #work}. */
    public Snapshot snapshot() {
        return snapshot;
    }

    /** @return whether there is more to do at once */
    public boolean work() {
        Wish wanted = wish;
        if (cleared.getAndSet(false) || !paused) window = store.window();
        if (wanted != done || window.kinds().size() != columns.kinds().size()) begin(wanted);
        next = Math.max(next, window.first());
        long end = Math.min(window.end(), next + STEP);
        look(end);
        boolean more = next < window.end();
        publish(wanted, more);
        return more;
    }

    private void begin(Wish wanted) {
        boolean again = wanted != done;
        ColumnModel before = columns;
        columns = columns.with(window.kinds());
        done = wanted;
        bind(wanted.filter());
        // New kinds of events bring columns but change nothing about the rows that were looked at, unless what was asked for was not there.
        boolean found = wanted.groupBy().stream().allMatch(c -> before.find(c).isPresent()) && wanted.sort().map(s -> before.find(s.column()).isPresent()).orElse(true) && !before.kinds().isEmpty();
        if (!again && found && wanted.sort().isEmpty() && wanted.groupBy().isEmpty()) return;
        matches.clear();
        sorted = wanted.sort().flatMap(s -> columns.find(s.column())).map(SortedRows::new).orElse(null);
        List<EventColumn> by = wanted.groupBy().stream().flatMap(c -> columns.find(c).stream()).toList();
        groups = by.isEmpty() ? null : new Groups(by, wanted.sum().flatMap(columns::find).orElse(null));
        next = window.first();
        lastSorted = RowOrder.NONE;
        lastGroups = Optional.empty();
        lastSettleNanos = System.nanoTime();
    }

    private void bind(Filter filter) {
        try {
            test = filter.bind(columns);
            problem = Optional.empty();
        } catch (FilterException e) {
            test = RowTest.ALL;
            problem = Optional.of(e.problem());
        }
    }

    private void look(long end) {
        boolean plain = test == RowTest.ALL && sorted == null && groups == null;
        if (plain) {
            next = window.end();
            return;
        }
        for (; next < end; next++) {
            row.moveTo(window, next);
            if (!test.test(row)) continue;
            if (sorted == null) matches.add(next);
            else sorted.add(row);
            if (groups != null) groups.add(row);
        }
        matches.dropBefore(window.first());
    }

    private void publish(Wish wanted, boolean more) {
        long waiting = paused ? Math.max(0, store.window().end() - window.end()) : 0;
        snapshot = new Snapshot(window, columns, rows(wanted, more), wanted, problem, groups(), window.end() - next, waiting);
    }

    private RowOrder rows(Wish wanted, boolean more) {
        if (sorted != null) {
            // Bringing rows into order touches all of them, so it waits while there is much to look at.
            if (!more || System.nanoTime() - lastSettleNanos > SETTLE_NANOS) {
                sorted.settle(window);
                lastSettleNanos = System.nanoTime();
                lastSorted = sorted.order(wanted.sort().orElseThrow().descending());
            }
            return lastSorted;
        }
        return test == RowTest.ALL && groups == null ? new RowOrder.All(window.first(), (int) Math.min(Integer.MAX_VALUE, window.size())) : matches.order();
    }

    private Optional<Groups.Snapshot> groups() {
        if (groups == null) return Optional.empty();
        if (lastGroups.isEmpty() || System.nanoTime() - lastGroupsNanos > SETTLE_NANOS) {
            lastGroups = Optional.of(groups.snapshot());
            lastGroupsNanos = System.nanoTime();
        }
        return lastGroups;
    }
}

package org.eunomia.ide.events.internal.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eunomia.core.view.TextBuffer;

/** Counts rows by the values of some columns. Rows stay counted when the store has dropped them. Used by one thread. */
public final class Groups {
    /** More different values than people read; the rest is counted as one. */
    static final int MOST = 20_000;

    private final List<EventColumn> by;
    private final EventColumn value;
    private final Map<String, Tally> tallies = new HashMap<>();
    private long others;
    private long total;
    private boolean changed = true;
    private Snapshot last;

    /**
     * Rows with the same values.
     *
     * @param sum of the column that is summed up, NaN when there is none
     */
    public record Group(List<String> values, long count, double sum, double least, double most, long firstNanos, long lastNanos) {
        public double average() {
            return sum / count;
        }
    }

    /** @param others rows whose values came after there were too many groups */
    public record Snapshot(List<EventColumn> by, EventColumn value, List<Group> groups, long others, long total) { }

    private static final class Tally {
        private final long firstNanos;
        private long count;
        private double sum;
        private double least = Double.NaN;
        private double most = Double.NaN;
        private long lastNanos;

        private Tally(long nanos) {
            firstNanos = nanos;
        }
    }

    /** @param value the column to sum up, or null */
    Groups(List<EventColumn> by, EventColumn value) {
        this.by = List.copyOf(by);
        this.value = value;
    }

    void add(Row row) {
        total++;
        changed = true;
        TextBuffer text = row.scratch();
        for (EventColumn c : by) {
            c.text(row, text);
            text.put('\0');
        }
        Tally tally = tally(text.toString(), row.timeNanos());
        if (tally == null) {
            others++;
            return;
        }
        tally.count++;
        tally.lastNanos = row.timeNanos();
        double number = value == null ? Double.NaN : value.number(row);
        if (Double.isNaN(number)) return;
        tally.sum += number;
        tally.least = Double.isNaN(tally.least) ? number : Math.min(tally.least, number);
        tally.most = Double.isNaN(tally.most) ? number : Math.max(tally.most, number);
    }

    private Tally tally(String key, long nanos) {
        Tally found = tallies.get(key);
        if (found != null || tallies.size() >= MOST) return found;
        Tally made = new Tally(nanos);
        tallies.put(key, made);
        return made;
    }

    /** The largest first. */
    Snapshot snapshot() {
        if (!changed) return last;
        List<Group> groups = new ArrayList<>(tallies.size());
        tallies.forEach((key, t) -> groups.add(new Group(List.of(key.substring(0, key.length() - 1).split("\0", -1)), t.count,
                value == null ? Double.NaN : t.sum, t.least, t.most, t.firstNanos, t.lastNanos)));
        groups.sort(Comparator.comparingLong(Group::count).reversed().thenComparing(g -> String.join("\0", g.values())));
        changed = false;
        last = new Snapshot(by, value, List.copyOf(groups), others, total);
        return last;
    }
}

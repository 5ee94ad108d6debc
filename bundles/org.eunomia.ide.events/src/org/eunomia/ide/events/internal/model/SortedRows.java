package org.eunomia.ide.events.internal.model;

import java.util.Arrays;

/** Events in the order of a column's values, equal ones as they came. Used by one thread. */
final class SortedRows {
    private final EventColumn column;
    private final Row left = new Row();
    private final Row right = new Row();
    private EventWindow window;
    private long[] keys = new long[0];
    private long[] events = new long[0];
    private int size;
    private long[] freshKeys = new long[1024];
    private long[] freshEvents = new long[1024];
    private int fresh;

    SortedRows(EventColumn column) {
        this.column = column;
    }

    /** Takes part in the order from the next {@link #settle} on. */
    void add(Row row) {
        if (fresh == freshKeys.length) {
            freshKeys = Arrays.copyOf(freshKeys, fresh * 2);
            freshEvents = Arrays.copyOf(freshEvents, fresh * 2);
        }
        freshKeys[fresh] = column.sortKey(row);
        freshEvents[fresh++] = row.number();
    }

    /** Brings everything into order and lets go of what {@code present} does not hold. */
    void settle(EventWindow present) {
        window = present;
        int gone = 0;
        for (int i = 0; i < fresh; i++) {
            if (!present.holds(freshEvents[i])) gone++;
            else if (gone > 0) {
                freshKeys[i - gone] = freshKeys[i];
                freshEvents[i - gone] = freshEvents[i];
            }
        }
        fresh -= gone;
        sort();
        merge(present.first());
        fresh = 0;
    }

    private int compare(long keyA, long eventA, long keyB, long eventB) {
        int order = Long.compare(keyA, keyB);
        if (order != 0 || column.keyDecides() || keyA == SortKeys.NONE) return order;
        left.moveTo(window, eventA);
        right.moveTo(window, eventB);
        var a = left.scratch();
        var b = right.scratch();
        column.text(left, a);
        column.text(right, b);
        return a.compareTo(b);
    }

    /** Runs of ever double length are merged: stable, and without an object for each row. */
    private void sort() {
        long[] k = freshKeys;
        long[] e = freshEvents;
        long[] otherK = new long[fresh];
        long[] otherE = new long[fresh];
        for (int width = 1; width < fresh; width *= 2) {
            for (int from = 0; from < fresh; from += 2 * width) {
                int middle = Math.min(fresh, from + width);
                int end = Math.min(fresh, from + 2 * width);
                int a = from;
                int b = middle;
                for (int out = from; out < end; out++) {
                    boolean takeA = b == end || a < middle && compare(k[a], e[a], k[b], e[b]) <= 0;
                    int taken = takeA ? a++ : b++;
                    otherK[out] = k[taken];
                    otherE[out] = e[taken];
                }
            }
            long[] swap = k;
            k = otherK;
            otherK = swap;
            swap = e;
            e = otherE;
            otherE = swap;
        }
        freshKeys = k.length == 0 ? new long[1024] : k;
        freshEvents = e.length == 0 ? new long[1024] : e;
    }

    private void merge(long first) {
        long[] k = new long[size + fresh];
        long[] e = new long[size + fresh];
        int out = 0;
        int b = 0;
        for (int a = 0; a < size; a++) {
            if (events[a] < first) continue;
            while (b < fresh && compare(freshKeys[b], freshEvents[b], keys[a], events[a]) < 0) {
                k[out] = freshKeys[b];
                e[out++] = freshEvents[b++];
            }
            k[out] = keys[a];
            e[out++] = events[a];
        }
        System.arraycopy(freshKeys, b, k, out, fresh - b);
        System.arraycopy(freshEvents, b, e, out, fresh - b);
        size = out + fresh - b;
        keys = k;
        events = e;
    }

    RowOrder order(boolean descending) {
        return new RowOrder.Sorted(events, size, descending);
    }
}

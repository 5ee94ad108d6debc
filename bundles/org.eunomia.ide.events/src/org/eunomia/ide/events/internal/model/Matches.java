package org.eunomia.ide.events.internal.model;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;

/** The events that passed a filter, two bytes for each. Used by one thread; what it hands out may be read by any. */
final class Matches {
    private final Deque<Segment> segments = new ArrayDeque<>();

    /** Of one chunk. What was added stays as it is, so a reader that knows how many there were sees no change. */
    static final class Segment {
        private final long chunk;
        private short[] rows = new short[16];
        private int count;

        private Segment(long chunk) {
            this.chunk = chunk;
        }

        private void add(int row) {
            if (count == rows.length) rows = Arrays.copyOf(rows, Math.min(Chunk.ROWS, count * 4));
            rows[count++] = (short) row;
        }

        long event(int index) {
            return chunk * Chunk.ROWS + rows[index];
        }
    }

    void clear() {
        segments.clear();
    }

    /** @param event later than all before */
    void add(long event) {
        long chunk = event / Chunk.ROWS;
        if (segments.isEmpty() || segments.getLast().chunk != chunk) segments.add(new Segment(chunk));
        segments.getLast().add((int) (event % Chunk.ROWS));
    }

    void dropBefore(long event) {
        while (!segments.isEmpty() && segments.getFirst().chunk < event / Chunk.ROWS) segments.removeFirst();
    }

    RowOrder order() {
        if (segments.isEmpty()) return RowOrder.NONE;
        Segment[] all = new Segment[segments.size()];
        int[] starts = new int[all.length + 1];
        Iterator<Segment> each = segments.iterator();
        for (int i = 0; i < all.length; i++) {
            all[i] = each.next();
            starts[i + 1] = starts[i] + all[i].count;
        }
        return new RowOrder.Some(all, starts);
    }
}

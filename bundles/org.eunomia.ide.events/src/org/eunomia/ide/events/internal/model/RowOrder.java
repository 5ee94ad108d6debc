package org.eunomia.ide.events.internal.model;

/** Which events stand in which row. Never changes. */
public sealed interface RowOrder {
    RowOrder NONE = new All(0, 0);

    int size();

    /** The number of the event in {@code row}, counted from 0. */
    long event(int row);

    /** The row of an event, or -1 where it is not shown. May look at all rows. */
    int rowOf(long event);

    /** Every event from {@code first} on. */
    record All(long first, int size) implements RowOrder {
        @Override
        public long event(int row) {
            return first + row;
        }

        @Override
        public int rowOf(long event) {
            return event >= first && event < first + size ? (int) (event - first) : -1;
        }
    }

    /**
     * Events in the order of their numbers.
     *
     * @param starts the row at which each segment starts, and at the end the number of rows
     */
    record Some(Matches.Segment[] segments, int[] starts) implements RowOrder {
        @Override
        public int size() {
            return starts[starts.length - 1];
        }

        @Override
        public long event(int row) {
            int low = 0;
            int high = segments.length - 1;
            while (low < high) {
                int middle = low + high + 1 >>> 1;
                if (starts[middle] <= row) low = middle;
                else high = middle - 1;
            }
            return segments[low].event(row - starts[low]);
        }

        @Override
        public int rowOf(long event) {
            int low = 0;
            int high = size() - 1;
            while (low <= high) {
                int middle = low + high >>> 1;
                long found = event(middle);
                if (found == event) return middle;
                if (found < event) low = middle + 1;
                else high = middle - 1;
            }
            return -1;
        }
    }

    /** @param events ascending by value; only the first {@code size} count */
    record Sorted(long[] events, int size, boolean descending) implements RowOrder {
        @Override
        public long event(int row) {
            return events[descending ? size - 1 - row : row];
        }

        @Override
        public int rowOf(long event) {
            for (int i = 0; i < size; i++) if (events[i] == event) return descending ? size - 1 - i : i;
            return -1;
        }
    }
}

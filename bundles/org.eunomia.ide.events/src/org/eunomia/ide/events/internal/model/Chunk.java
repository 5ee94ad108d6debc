package org.eunomia.ide.events.internal.model;

import java.util.Arrays;

/**
 * A run of records, one after the other in one array. Written by one thread, read by any: what lies before {@link #count} never changes. Zeros at the end of a
 * record, which most records with texts have, are not kept.
 */
final class Chunk {
    static final int ROWS = 1 << 12;
    /** Of a row, besides its record: time, position, end, length, kind. */
    private static final int ROW_BYTES = 8 + 8 + 4 + 4 + 4;

    private final long[] times = new long[ROWS];
    private final long[] positions = new long[ROWS];
    private final int[] ends = new int[ROWS];
    private final int[] lengths = new int[ROWS];
    private final int[] kinds = new int[ROWS];
    private byte[] data = new byte[1 << 15];
    private volatile int count;

    int count() {
        return count;
    }

    boolean isFull() {
        return count == ROWS;
    }

    long memoryBytes() {
        return (long) ROWS * ROW_BYTES + data.length;
    }

    void add(long time, long position, int kind, byte[] record) {
        int row = count;
        int start = row == 0 ? 0 : ends[row - 1];
        int kept = record.length;
        while (kept > 0 && record[kept - 1] == 0) kept--;
        if (data.length - start < kept) data = Arrays.copyOf(data, Math.max(data.length * 2, start + kept));
        System.arraycopy(record, 0, data, start, kept);
        times[row] = time;
        positions[row] = position;
        ends[row] = start + kept;
        lengths[row] = record.length;
        kinds[row] = kind;
        count = row + 1;
        if (row + 1 == ROWS) data = Arrays.copyOf(data, start + kept);
    }

    long time(int row) {
        return times[row];
    }

    long position(int row) {
        return positions[row];
    }

    int kind(int row) {
        return kinds[row];
    }

    int length(int row) {
        return lengths[row];
    }

    /** Writes the record into {@code out} from its start and fills up with zeros to its length. */
    void copy(int row, byte[] out) {
        int start = row == 0 ? 0 : ends[row - 1];
        int kept = ends[row] - start;
        System.arraycopy(data, start, out, 0, kept);
        Arrays.fill(out, kept, lengths[row], (byte) 0);
    }
}

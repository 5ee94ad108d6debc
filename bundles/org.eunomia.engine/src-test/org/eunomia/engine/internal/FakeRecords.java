package org.eunomia.engine.internal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.eunomia.kernel.LoadedObject.MapInfo;
import org.eunomia.kernel.RecordSource;

/** A bounded buffer of {@link FakeObjectLoader} and its reading end. */
final class FakeRecords implements RecordSource {
    private static final int HEADER = 8;
    private final FakeObjectLoader kernel;
    private final MapInfo info;
    private final Deque<byte[]> records = new ArrayDeque<>();
    private int used;
    private long lost;
    private boolean open;
    private boolean woken;
    private RuntimeException fault;

    FakeRecords(FakeObjectLoader kernel, MapInfo info) {
        this.kernel = kernel;
        this.info = info;
    }

    MapInfo info() {
        return info;
    }

    synchronized FakeRecords open() {
        if (open) throw new IllegalStateException(info.name() + " has a source already");
        open = true;
        kernel.born(this);
        return this;
    }

    private static int size(byte[] record) {
        return HEADER + (record.length + 7) / 8 * 8;
    }

    /** @return false when it does not fit */
    synchronized boolean put(byte[] record) {
        if (used + size(record) > info.maxEntries()) {
            if (info.type().equals("perf_event_array")) lost++;
            return false;
        }
        records.add(record);
        used += size(record);
        notifyAll();
        return true;
    }

    synchronized int waiting() {
        return records.size();
    }

    /** The next drain throws this. */
    synchronized void breakWith(RuntimeException cause) {
        fault = cause;
        notifyAll();
    }

    @Override
    public synchronized int drain(Sink sink, int limit) {
        if (!open) throw new IllegalStateException(info.name() + " is not open");
        if (fault != null) throw fault;
        int count = 0;
        for (; count < limit && !records.isEmpty(); count++) {
            byte[] record = records.poll();
            used -= size(record);
            byte[] around = new byte[record.length + 2 * HEADER];
            System.arraycopy(record, 0, around, HEADER, record.length);
            sink.accept(ByteBuffer.wrap(around).order(ByteOrder.nativeOrder()).position(HEADER).limit(HEADER + record.length));
            Arrays.fill(around, (byte) 0xee);
        }
        return count;
    }

    @Override
    public synchronized void await(Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        try {
            for (long left = timeout.toNanos(); records.isEmpty() && !woken && fault == null && left > 0; left = deadline - System.nanoTime()) {
                wait(left / 1_000_000 + 1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        woken = false;
    }

    @Override
    public synchronized void wake() {
        woken = true;
        notifyAll();
    }

    @Override
    public long capacityBytes() {
        return info.maxEntries();
    }

    @Override
    public synchronized long lost() {
        return lost;
    }

    @Override
    public synchronized void close() {
        open = false;
        kernel.gone(this);
    }

    @Override
    public String toString() {
        return "source of " + info.name();
    }
}

package org.eunomia.engine.internal;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.eunomia.core.Event;
import org.eunomia.core.EventBatch;
import org.eunomia.core.EventReader;

/** Reads a buffer from a position on. */
final class BufferReader implements EventReader {
    private static final int MOST = 4096;
    private static final EventBatch NOTHING = new EventBatch(List.of(), 0, false);
    private static final EventBatch END = new EventBatch(List.of(), 0, true);
    private final EventBuffer buffer;
    private long position;
    private volatile boolean closed;

    BufferReader(EventBuffer buffer, long from) {
        this.buffer = buffer;
        position = Math.max(0, Math.min(from, buffer.next()));
    }

    @Override
    public EventBatch read(Duration timeout) throws InterruptedException {
        if (closed) return END;
        if (!buffer.await(position, () -> closed, saturatedNanos(timeout))) return NOTHING;
        if (closed) return END;
        boolean ended = buffer.ended();
        return position < buffer.next() ? take(ended) : END;
    }

    private EventBatch take(boolean ended) {
        while (true) {
            long next = buffer.next();
            long start = Math.max(position, buffer.oldest());
            Event[] found = present(start, (int) Math.min(next - start, MOST));
            if (found.length > 0) {
                long skipped = start - position;
                position = start + found.length;
                return new EventBatch(List.of(found), skipped, ended && position == next);
            }
            Thread.onSpinWait(); // overtaken between two looks, there is a newer one
        }
    }

    private Event[] present(long start, int count) {
        Event[] slots = buffer.slots();
        Event[] found = new Event[Math.max(0, count)];
        for (int i = 0; i < count; i++) {
            Event e = slots[(int) (start + i) & slots.length - 1];
            if (e == null || e.position() != start + i) return Arrays.copyOf(found, i);
            found[i] = e;
        }
        return found;
    }

    private static long saturatedNanos(Duration timeout) {
        return timeout.getSeconds() > 9_000_000_000L ? Long.MAX_VALUE : timeout.toNanos();
    }

    @Override
    public void close() {
        closed = true;
        buffer.wakeReaders();
    }
}

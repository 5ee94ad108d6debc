package org.eunomia.engine.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.eunomia.core.Event;
import org.eunomia.core.EventBatch;
import org.junit.jupiter.api.Test;

class EventBufferTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    private static void add(EventBuffer buffer, int from, int count, int size) {
        buffer.append(out -> {
            for (int i = 0; i < count; i++) out.add(1, "rb", Packages.NUMBER, Arrays.copyOf(FakeObject.number(from + i), size));
            return count;
        });
    }

    private static List<Long> positions(EventBatch batch) {
        return batch.events().stream().map(Event::position).toList();
    }

    @Test
    void tellsASlowReaderHowManyItMissed() throws Exception {
        EventBuffer buffer = new EventBuffer("t", new EventBuffer.Limits(8, 1 << 20));
        BufferReader slow = new BufferReader(buffer, 0);
        add(buffer, 0, 3, 4);
        assertEquals(List.of(0L, 1L, 2L), positions(slow.read(LONG)));
        add(buffer, 3, 20, 4);
        EventBatch batch = slow.read(LONG);
        assertEquals(12, batch.skipped());
        assertEquals(15, batch.events().getFirst().position());
        assertEquals(22, batch.events().getLast().position());
    }

    @Test
    void boundsItsBytes() throws Exception {
        EventBuffer buffer = new EventBuffer("t", new EventBuffer.Limits(1 << 10, 10_000));
        add(buffer, 0, 100, 1000);
        EventBatch batch = new BufferReader(buffer, 0).read(LONG);
        assertEquals(9, batch.events().size());
        assertEquals(91, batch.skipped());
    }

    @Test
    void keepsARecordThatIsLargerThanTheLimit() throws Exception {
        EventBuffer buffer = new EventBuffer("t", new EventBuffer.Limits(16, 1000));
        add(buffer, 0, 3, 10);
        add(buffer, 3, 1, 5000);
        assertEquals(List.of(3L), positions(new BufferReader(buffer, 0).read(LONG)));
        add(buffer, 4, 2, 10);
        assertEquals(List.of(4L, 5L), positions(new BufferReader(buffer, 0).read(LONG)));
    }

    @Test
    void goesOnAtAPosition() throws Exception {
        EventBuffer buffer = new EventBuffer("t", EventBuffer.Limits.DEFAULT);
        add(buffer, 0, 10, 4);
        assertEquals(List.of(7L, 8L, 9L), positions(new BufferReader(buffer, 7).read(LONG)));
        BufferReader newest = new BufferReader(buffer, Long.MAX_VALUE);
        assertTrue(newest.read(Duration.ZERO).events().isEmpty());
        add(buffer, 10, 1, 4);
        assertEquals(List.of(10L), positions(newest.read(LONG)));
    }

    @Test
    void tellsTheEndWithTheLastEvents() throws Exception {
        EventBuffer buffer = new EventBuffer("t", EventBuffer.Limits.DEFAULT);
        BufferReader reader = new BufferReader(buffer, 0);
        add(buffer, 0, 1, 4);
        assertFalse(reader.read(LONG).end());
        add(buffer, 1, 1, 4);
        buffer.end();
        EventBatch last = reader.read(LONG);
        assertEquals(List.of(1L), positions(last));
        assertTrue(last.end());
        assertEquals(new EventBatch(List.of(), 0, true), reader.read(LONG));
    }

    @Test
    void wakesAWaitingReaderForAnEventTheEndAndItsClose() throws Exception {
        EventBuffer buffer = new EventBuffer("t", EventBuffer.Limits.DEFAULT);
        assertEquals(1, whileWaiting(new BufferReader(buffer, 0), r -> add(buffer, 0, 1, 4)).events().size());
        assertTrue(whileWaiting(new BufferReader(buffer, 1), BufferReader::close).end());
        assertTrue(whileWaiting(new BufferReader(buffer, 1), r -> buffer.end()).end());
    }

    private static EventBatch whileWaiting(BufferReader reader, java.util.function.Consumer<BufferReader> action) throws Exception {
        List<EventBatch> got = new ArrayList<>();
        Thread thread = Thread.ofPlatform().start(() -> {
            try {
                got.add(reader.read(LONG));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        Reading.until("waiting", () -> thread.getState() == Thread.State.TIMED_WAITING);
        action.accept(reader);
        thread.join(LONG);
        return got.getFirst();
    }

    /** Readers of every speed, none of which may see an event twice, out of order, or miss one untold. */
    @Test
    void keepsAccountsWithManyReadersWhileWriting() throws Exception {
        EventBuffer buffer = new EventBuffer("t", new EventBuffer.Limits(1 << 12, 64 << 20));
        int total = 500_000;
        List<Throwable> faults = new ArrayList<>();
        AtomicLong seen = new AtomicLong();
        List<Thread> readers = new ArrayList<>();
        for (int n = 0; n < 4; n++) {
            int pauses = n;
            readers.add(Thread.ofPlatform().start(() -> {
                try {
                    seen.addAndGet(readAll(new BufferReader(buffer, 0), pauses));
                } catch (Throwable e) {
                    synchronized (faults) {
                        faults.add(e);
                    }
                }
            }));
        }
        for (int i = 0; i < total; i += 100) add(buffer, i, 100, 4);
        buffer.end();
        for (Thread t : readers) t.join(LONG);
        assertEquals(List.of(), faults);
        assertEquals(4L * total, seen.get());
    }

    private static long readAll(BufferReader reader, int pauses) throws Exception {
        long position = 0;
        while (true) {
            EventBatch batch = reader.read(LONG);
            position += batch.skipped();
            for (Event e : batch.events()) {
                assertEquals(position, e.position());
                assertEquals((int) position, java.nio.ByteBuffer.wrap(e.data()).order(java.nio.ByteOrder.nativeOrder()).getInt());
                position++;
            }
            if (batch.end()) return position;
            for (int i = 0; i < pauses * 1000; i++) Thread.onSpinWait();
        }
    }
}

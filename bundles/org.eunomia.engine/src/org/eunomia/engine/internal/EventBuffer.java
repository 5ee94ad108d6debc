package org.eunomia.engine.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.ToIntFunction;
import org.eunomia.core.Event;
import org.eunomia.core.schema.Schema;

/**
 * The newest events of one tracker, bounded by number and bytes. Appending never waits for readers: it drops the oldest events instead.
 *
 * <p>Readers take no lock to look at events. A slot may be overwritten while they look; since an event carries its position and is
 * immutable, a reader recognises that by finding another position than it looked for.
 */
final class EventBuffer {
    /**
     * @param events a power of two
     * @param bytes  of heap, records and what surrounds them
     */
    record Limits(int events, long bytes) {
        static final Limits DEFAULT = new Limits(1 << 17, 32L << 20);

        Limits {
            if (Integer.bitCount(events) != 1) throw new IllegalArgumentException(events + " is no power of two");
        }

        /** As the system properties {@code eunomia.buffer.events} (rounded up to a power of two) and {@code eunomia.buffer.bytes} say. */
        static Limits configured() {
            int events = Math.clamp(Integer.getInteger("eunomia.buffer.events", DEFAULT.events), 1, 1 << 30);
            return new Limits(Integer.bitCount(events) == 1 ? events : Integer.highestOneBit(events) << 1, Long.getLong("eunomia.buffer.bytes", DEFAULT.bytes));
        }
    }

    /** Heap bytes of an event besides its record: slot, object, array header. */
    private static final int OVERHEAD = 80;
    private static final int FIRST_SLOTS = 1024;
    private static final VarHandle HEAD;

    static {
        try {
            HEAD = MethodHandles.lookup().findVarHandle(EventBuffer.class, "head", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final String tracker;
    private final Limits limits;
    private final ReentrantLock appending = new ReentrantLock();
    private final ReentrantLock waitingLock = new ReentrantLock();
    private final Condition changed = waitingLock.newCondition();
    private volatile int waiting;
    private volatile Event[] slots;
    private volatile long head;
    private volatile long tail;
    private volatile boolean ended;
    private long next;
    private long bytes;
    private long now;

    EventBuffer(String tracker, Limits limits) {
        this.tracker = tracker;
        this.limits = limits;
        slots = new Event[Math.min(FIRST_SLOTS, limits.events)];
    }

    /** Takes the events of one append. Only valid during it. */
    final class Appender {
        /** @param data becomes the event's */
        void add(int generation, String map, Schema schema, byte[] data) {
            makeRoom(OVERHEAD + data.length);
            Event[] s = slots;
            s[(int) next & s.length - 1] = new Event(next, now, tracker, generation, map, schema, data);
            next++;
        }
    }

    private final Appender appender = new Appender();

    /** Runs {@code source}, then shows readers all that it added at once. @return what it returned */
    int append(ToIntFunction<Appender> source) {
        appending.lock();
        try {
            Instant time = Instant.now();
            now = TimeUnit.SECONDS.toNanos(time.getEpochSecond()) + time.getNano();
            return source.applyAsInt(appender);
        } finally {
            boolean added = tail != next;
            tail = next;
            appending.unlock();
            if (added && waiting > 0) wakeReaders();
        }
    }

    private void makeRoom(int cost) {
        bytes += cost;
        while (head < next && (next - head >= limits.events || bytes > limits.bytes)) {
            int oldest = (int) head & slots.length - 1;
            bytes -= OVERHEAD + slots[oldest].data().length;
            slots[oldest] = null;
            HEAD.setRelease(this, head + 1);
        }
        if (next - head == slots.length) grow();
    }

    private void grow() {
        Event[] from = slots;
        Event[] to = new Event[from.length * 2];
        for (long p = head; p < next; p++) to[(int) p & to.length - 1] = from[(int) p & from.length - 1];
        slots = to;
    }

    /** No event follows. */
    void end() {
        ended = true;
        wakeReaders();
    }

    boolean ended() {
        return ended;
    }

    /** The position of the oldest event that is still there. */
    long oldest() {
        return head;
    }

    /** The position that the next event will have, and so the number of events so far. */
    long next() {
        return tail;
    }

    /** To be read after {@link #next}, so that it holds what was there then. The one at position p is at p modulo its length, if it is still there. */
    Event[] slots() {
        return slots;
    }

    void wakeReaders() {
        waitingLock.lock();
        try {
            changed.signalAll();
        } finally {
            waitingLock.unlock();
        }
    }

    /** Waits until there is an event at {@code position}, the end, or {@code given up}. @return false when {@code nanos} have passed before */
    boolean await(long position, BooleanSupplier givenUp, long nanos) throws InterruptedException {
        if (tail > position) return true;
        waitingLock.lockInterruptibly();
        waiting++;
        try {
            long left = nanos;
            while (tail <= position && !ended && !givenUp.getAsBoolean()) {
                if (left <= 0) return false;
                left = changed.awaitNanos(left);
            }
            return true;
        } finally {
            waiting--;
            waitingLock.unlock();
        }
    }
}

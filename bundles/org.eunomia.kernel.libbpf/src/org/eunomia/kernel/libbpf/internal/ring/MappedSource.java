package org.eunomia.kernel.libbpf.internal.ring;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.eunomia.kernel.RecordSource;

/** What ring and perf buffers share: one thread inside at a time, and a close that first gets a sleeping reader out. */
public abstract class MappedSource implements RecordSource {
    private final ReentrantLock lock = new ReentrantLock();
    private final Runnable onClose;
    private final WakeUp wakeUp;
    private Poll poll;
    private volatile boolean closed;

    /** @param wakeUp owned from now on; @param onClose runs once, after everything is unmapped */
    protected MappedSource(WakeUp wakeUp, Runnable onClose) {
        this.wakeUp = wakeUp;
        this.onClose = onClose;
    }

    @Override
    public final int drain(Sink sink, int limit) {
        lock.lock();
        try {
            return closed ? 0 : drainOpen(sink, limit);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public final void await(Duration timeout) {
        lock.lock();
        try {
            if (closed || hasRecord()) return;
            if (poll == null) poll = new Poll(pollable().toArray());
            poll.await(timeout);
            wakeUp.reset();
        } finally {
            lock.unlock();
        }
    }

    /** As {@link #await}, of several; each in a list is locked for the time, so that none is unmapped under the wait. */
    public static void awaitAny(List<MappedSource> sources, Duration timeout) {
        List<MappedSource> locked = new ArrayList<>();
        try {
            for (MappedSource source : sources) {
                source.lock.lock();
                locked.add(source);
                if (source.closed || source.hasRecord()) return;
            }
            try (Poll poll = new Poll(sources.stream().flatMapToInt(MappedSource::pollable).toArray())) {
                poll.await(timeout);
            }
            sources.forEach(source -> source.wakeUp.reset());
        } finally {
            locked.forEach(source -> source.lock.unlock());
        }
    }

    private IntStream pollable() {
        return IntStream.concat(IntStream.of(wakeUp.fd()), IntStream.of(descriptors()));
    }

    @Override
    public final void wake() {
        wakeUp.signal();
    }

    @Override
    public final void close() {
        if (closed) return;
        closed = true;
        wakeUp.signal();
        lock.lock();
        try {
            if (poll != null) poll.close();
            wakeUp.close();
            release();
        } finally {
            lock.unlock();
        }
        onClose.run();
    }

    protected abstract int drainOpen(Sink sink, int limit);

    /** Whether there is a record that drain would not find blocked by one still being written. */
    protected abstract boolean hasRecord();

    /** Ready to read when there are records. */
    protected abstract int[] descriptors();

    protected abstract void release();
}

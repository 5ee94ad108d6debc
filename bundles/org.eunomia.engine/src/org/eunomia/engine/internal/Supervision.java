package org.eunomia.engine.internal;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.eunomia.core.OperationFailedException;
import org.eunomia.kernel.ObjectLoader;
import org.eunomia.kernel.RunStatistics;

/**
 * Looks after the trackers of an engine once a second: takes samples of what they use, and ends those whose time is over or that broke their budget.
 * Has the kernel keep statistics only while somebody looks at them or a budget of CPU time is to be held. Sleeps while no tracker runs.
 */
final class Supervision implements AutoCloseable {
    private static final long STEP_NANOS = TimeUnit.SECONDS.toNanos(1);
    /** While a tracker whose time is over is on its way out. */
    private static final long SHORTEST_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    /** Statistics stay on so long after the last look. */
    static final Duration LOOK = Duration.ofSeconds(10);

    private final ObjectLoader loader;
    private final Supplier<Collection<Tracker>> trackers;
    private final LongSupplier nanos;
    private final Optional<Thread> thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Optional<RunStatistics> statistics = Optional.empty();
    private boolean looking;
    private long lookedNanos;
    private boolean closed;

    /** @param alone whether it looks by itself; else by {@link #tick} */
    Supervision(ObjectLoader loader, Supplier<Collection<Tracker>> trackers, LongSupplier nanos, boolean alone) {
        this.loader = loader;
        this.trackers = trackers;
        this.nanos = nanos;
        thread = alone ? Optional.of(Thread.ofPlatform().daemon().name("eunomia-supervision").unstarted(this::run)) : Optional.empty();
    }

    long now() {
        return nanos.getAsLong();
    }

    /** A tracker runs from now on. */
    void begin() {
        lock.lock();
        try {
            if (thread.isPresent() && thread.get().getState() == Thread.State.NEW && !closed) thread.get().start();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Somebody wants to see statistics. @throws OperationFailedException when there are none to be had, as without the privilege */
    void look() throws OperationFailedException {
        lock.lock();
        try {
            looking = true;
            lookedNanos = now();
            if (statistics.isPresent() || closed) return;
            statistics = Optional.of(loader.keepStatistics());
            sample();
        } finally {
            lock.unlock();
        }
    }

    /** Whether run times grow at present. */
    boolean counting() {
        lock.lock();
        try {
            return statistics.isPresent();
        } finally {
            lock.unlock();
        }
    }

    void tick() {
        lock.lock();
        try {
            if (closed) return;
            looking &= now() - lookedNanos < LOOK.toNanos();
            if (!looking && statistics.isPresent() && trackers.get().stream().noneMatch(t -> t.running() && t.allowance().needsStatistics())) {
                statistics.get().close();
                statistics = Optional.empty();
            }
            sample();
        } finally {
            lock.unlock();
        }
        for (Tracker t : trackers.get()) if (t.running()) t.hold();
    }

    private void sample() {
        for (Tracker t : trackers.get()) if (t.running()) t.sample(statistics.isPresent());
    }

    private void run() {
        while (true) {
            tick();
            lock.lock();
            try {
                if (closed) return;
                long wait = untilNext();
                if (wait == Long.MAX_VALUE) changed.await();
                else changed.awaitNanos(wait);
            } catch (InterruptedException e) {
                return;
            } finally {
                lock.unlock();
            }
        }
    }

    private long untilNext() {
        long wait = statistics.isPresent() ? STEP_NANOS : Long.MAX_VALUE;
        for (Tracker t : trackers.get()) if (t.running()) wait = Math.min(wait, Math.min(STEP_NANOS, t.allowance().leftNanos(now())));
        return Math.max(wait, SHORTEST_NANOS);
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            statistics.ifPresent(RunStatistics::close);
            statistics = Optional.empty();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}

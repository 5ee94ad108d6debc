package org.eunomia.engine.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import org.eunomia.core.EventReader;
import org.eunomia.core.Failure;
import org.eunomia.core.LossLedger;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.StartSpec;
import org.eunomia.core.TrackerId;
import org.eunomia.core.TrackerInfo;
import org.eunomia.core.TrackerStats;
import org.eunomia.core.UpdateReport;
import org.eunomia.kernel.LoadedObject;
import org.eunomia.kernel.MapAccess;
import org.eunomia.kernel.ObjectLoader;

/**
 * One tracker from its start to its end: its generations, the threads that read them, its events, and what it lost.
 *
 * <p>{@code changing} lets one change happen at a time. {@code using} keeps an object in the kernel as long as somebody looks into it.
 */
final class Tracker {
    private static final int UNWATCHED_SECONDS = 10;
    private final CountDownLatch watched = new CountDownLatch(1);
    private final TrackerId id;
    private final String name;
    private volatile Allowance allowance;
    private final Usage usage;
    private final Instant started = Instant.now();
    private final ObjectLoader loader;
    private final LongSupplier nanos;
    private final BiConsumer<TrackerId, String> whenEnded;
    private final List<String> notices = new CopyOnWriteArrayList<>();
    private final ReentrantLock changing = new ReentrantLock();
    private final ReentrantReadWriteLock using = new ReentrantReadWriteLock();
    private final RecordPump pump;
    /** Null once the tracker has ended: then only readers that were open before keep the events. */
    private volatile EventBuffer buffer;
    private volatile Active active;
    private volatile Update update;
    private volatile TrackerInfo last;
    /** Of generations that are gone; with the next two guarded by {@code using}. */
    private Losses losses = Losses.NONE;
    private Optional<Generation> retiring = Optional.empty();
    private long delivered;
    private long goneRunNanos;
    private long endedNanos;
    private final AtomicBoolean broken = new AtomicBoolean();

    /** @param whenEnded told id and name when it is over */
    Tracker(TrackerId id, String name, Allowance allowance, Generation first, ObjectLoader loader, EventBuffer.Limits limits,
            BiConsumer<TrackerId, String> whenEnded, LongSupplier nanos) {
        this.id = id;
        this.name = name;
        this.allowance = allowance;
        this.loader = loader;
        this.nanos = nanos;
        usage = new Usage(allowance.startNanos());
        this.whenEnded = whenEnded;
        buffer = new EventBuffer(name, limits);
        pump = new RecordPump(name, loader, buffer, this::failed);
        active = new Active(first, Optional.empty(), Optional.empty());
    }

    TrackerId id() {
        return id;
    }

    Allowance allowance() {
        return allowance;
    }

    /** Tells about a decision that was made for the tracker, once. */
    void notice(String line) {
        if (!notices.contains(line)) notices.add(line);
    }

    /** Starts to read, unless the tracker has ended already. */
    void begin() {
        changing.lock();
        try {
            if (running()) active = read(active.generation());
        } finally {
            changing.unlock();
        }
    }

    private Active read(Generation g) {
        pump.join(g.intakes());
        Optional<TracePump> printed = g.trace().map(t -> new TracePump(name, t, g.number(), buffer, this::failed));
        return new Active(g, printed, g.iterators().isEmpty() ? Optional.empty() : Optional.of(new IteratorRun(name, g, buffer, this::notice, () -> iterated(g))));
    }

    /** What only iterates is over then, but not before its first reader had the time to come: the events would be gone with the end. */
    private void iterated(Generation g) {
        if (!g.onlyIterates()) return;
        Thread.ofPlatform().daemon().name("eunomia-" + name + "-iterated").start(() -> {
            try {
                watched.await(UNWATCHED_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                return;
            }
            if (active.generation() == g) end(TrackerInfo.State.STOPPED, "its iterators have run");
        });
    }

    TrackerInfo info() {
        TrackerInfo ended = last;
        return ended != null ? ended : info(TrackerInfo.State.RUNNING, "");
    }

    private TrackerInfo info(TrackerInfo.State state, String reason) {
        Generation g = active.generation();
        List<String> programs = g.object().programs().stream().map(LoadedObject.ProgramInfo::name).toList();
        List<String> all = new ArrayList<>(notices);
        all.addAll(g.notices());
        return new TrackerInfo(id, name, state, g.number(), started, g.maps(), programs, all, reason, g.pack(), allowance.options());
    }

    boolean running() {
        return last == null;
    }

    private void mustRun() throws OperationFailedException {
        if (!running()) throw new OperationFailedException(new Failure.Conflict("tracker " + name, "it has ended", ""));
    }

    EventReader events(long from) {
        EventBuffer events = buffer;
        watched.countDown();
        return events != null ? new BufferReader(events, from) : new EndedReader(Math.max(0, delivered - Math.max(0, from)));
    }

    LossLedger losses() throws OperationFailedException {
        using.readLock().lock();
        try {
            EventBuffer events = buffer;
            if (events == null) return losses.ledger(delivered);
            Losses all = losses.plus(active.generation().losses());
            if (retiring.isPresent()) all = all.plus(retiring.get().losses());
            return all.ledger(events.next());
        } finally {
            using.readLock().unlock();
        }
    }

    /** Takes note of what it used so far. @param counting whether the kernel keeps statistics at present */
    void sample(boolean counting) {
        using.readLock().lock();
        try {
            EventBuffer events = buffer;
            if (events != null) usage.add(nanos.getAsLong(), events.next(), counting ? runNanos() : 0, counting);
        } finally {
            using.readLock().unlock();
        }
    }

    private long runNanos() {
        return goneRunNanos + active.generation().runNanos() + retiring.map(Generation::runNanos).orElse(0L);
    }

    /** Ends it, in the background, when its time is over or it broke its budget. */
    void hold() {
        allowance.broken(nanos.getAsLong(), usage, allowance.options().budget().mapBytes() > 0 ? mapBytes() : 0).filter(reason -> !broken.getAndSet(true))
                .ifPresent(reason -> Thread.ofPlatform().daemon().name("eunomia-" + name + "-end").start(() -> end(TrackerInfo.State.STOPPED, reason)));
    }

    private long mapBytes() {
        using.readLock().lock();
        try {
            return buffer == null ? 0 : active.generation().mapBytes();
        } finally {
            using.readLock().unlock();
        }
    }

    TrackerStats stats() throws OperationFailedException {
        using.readLock().lock();
        try {
            boolean over = buffer == null;
            long up = TimeUnit.NANOSECONDS.toMillis((over ? endedNanos : nanos.getAsLong()) - allowance.startNanos());
            if (over) return new TrackerStats(id, up, 0, 0, losses(), List.of(), List.of());
            Generation g = active.generation();
            return new TrackerStats(id, up, usage.eventsPerSecond(), usage.cpuPercent(), losses(), g.programStats(), g.mapStats());
        } finally {
            using.readLock().unlock();
        }
    }

    /** Looks into a map. */
    interface MapUse<T> {
        T with(MapAccess map) throws OperationFailedException;
    }

    <T> T useMap(String map, MapUse<T> use) throws OperationFailedException {
        using.readLock().lock();
        try {
            mustRun();
            return use.with(MapContent.find(active.generation().object(), map));
        } finally {
            using.readLock().unlock();
        }
    }

    /** Attaches {@code spec} beside the present generation, and lets that one go in the background. */
    UpdateReport update(StartSpec spec, boolean carryMaps) throws OperationFailedException {
        changing.lock();
        try {
            mustRun();
            if (update != null) update.join();
            long lostBefore = losses().lost();
            Active old = active;
            Generation next = Generation.load(loader, old.generation().number() + 1, spec,
                    carryMaps ? Carried.from(old.generation().object(), spec) : Map.of());
            Allowance allowed = allowance.with(spec.options().budget(), nanos.getAsLong());
            long since = System.nanoTime();
            long oldBefore = old.records();
            try (Undo undo = new Undo()) {
                undo.push(next::close);
                allowed.check(name, next::mapBytes);
                next.attach(Optional.of(old.generation()));
                undo.keep();
            }
            allowance = allowed;
            update = new Update(old, replace(old, next), since, oldBefore, () -> lostSince(lostBefore), this::info);
            Thread.ofPlatform().daemon().name("eunomia-" + name + "-retire").start(() -> retire(update));
            return update.report();
        } finally {
            changing.unlock();
        }
    }

    private Active replace(Active old, Generation next) {
        using.writeLock().lock();
        try {
            retiring = Optional.of(old.generation());
            return active = read(next);
        } finally {
            using.writeLock().unlock();
        }
    }

    private long lostSince(long before) {
        try {
            return losses().lost() - before;
        } catch (OperationFailedException e) {
            return 0;
        }
    }

    private void retire(Update update) {
        Generation g = update.old().generation();
        try {
            g.detach();
            update.detached();
            update.old().endPrinting();
            pump.leave(g.intakes());
        } finally {
            using.writeLock().lock();
            try {
                losses = losses.plus(finalLosses(g));
                goneRunNanos += g.runNanos();
                retiring = Optional.empty();
                g.close();
            } finally {
                using.writeLock().unlock();
                update.settle();
            }
        }
    }

    UpdateReport lastUpdate(Duration timeout) throws OperationFailedException, InterruptedException {
        Update last = update;
        if (last == null) throw new OperationFailedException(new Failure.NotFound("update of tracker", name, List.of()));
        return last.report(timeout);
    }

    private void failed(Throwable cause) {
        Thread.ofPlatform().daemon().name("eunomia-" + name + "-failed").start(() -> end(TrackerInfo.State.FAILED, "reading it failed: " + cause));
    }

    /** Detaches, reads what is left, unloads. Idempotent: the first reason counts. */
    void end(TrackerInfo.State state, String reason) {
        changing.lock();
        try {
            if (!running()) return;
            if (update != null) update.join();
            Generation g = active.generation();
            g.detach();
            active.endPrinting();
            pump.end();
            using.writeLock().lock();
            try {
                losses = losses.plus(finalLosses(g));
                delivered = buffer.next();
                endedNanos = nanos.getAsLong();
                last = info(state, reason);
                g.close();
            } finally {
                buffer.end();
                buffer = null;
                using.writeLock().unlock();
                whenEnded.accept(id, name);
            }
        } finally {
            changing.unlock();
        }
    }

    private Losses finalLosses(Generation g) {
        try {
            return g.losses();
        } catch (OperationFailedException e) {
            notices.add("what generation " + g.number() + " lost is not known: " + e.failure().summary());
            return Losses.NONE;
        }
    }
}

package org.eunomia.engine.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BiConsumer;
import org.eunomia.core.EventReader;
import org.eunomia.core.Failure;
import org.eunomia.core.LossLedger;
import org.eunomia.core.MapEntry;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.TrackerId;
import org.eunomia.core.TrackerInfo;
import org.eunomia.kernel.LoadedObject;
import org.eunomia.kernel.MapAccess;
import org.eunomia.kernel.ObjectLoader;

/**
 * One tracker from its start to its end: its generation, the threads that read it, its events, and what it lost.
 *
 * <p>{@code changing} lets one change happen at a time. {@code using} keeps an object in the kernel as long as somebody looks into it.
 */
final class Tracker {
    private final TrackerId id;
    private final String name;
    private final Instant started = Instant.now();
    private final List<String> notices;
    private final ReentrantLock changing = new ReentrantLock();
    private final ReentrantReadWriteLock using = new ReentrantReadWriteLock();
    private final RecordPump pump;
    private final BiConsumer<TrackerId, String> ended;
    /** Null once the tracker has ended: then only readers that were open before keep the events. */
    private volatile EventBuffer buffer;
    private volatile Active active;
    private volatile TrackerInfo last;
    private Losses losses = Losses.NONE;
    private long delivered;

    /** A generation and the thread that reads what it prints. */
    private record Active(Generation generation, Optional<TracePump> printed) {
        long records() {
            return generation.records() + printed.map(TracePump::lines).orElse(0L);
        }
    }

    /**
     * @param notices what was decided for it so far; grows while it runs
     * @param ended   told id and name when it is over
     */
    Tracker(TrackerId id, String name, Generation first, ObjectLoader loader, EventBuffer.Limits limits, CopyOnWriteArrayList<String> notices,
            BiConsumer<TrackerId, String> ended) {
        this.id = id;
        this.name = name;
        this.notices = notices;
        this.ended = ended;
        EventBuffer events = new EventBuffer(name, limits);
        buffer = events;
        pump = new RecordPump(name, loader, events, this::failed);
        active = new Active(first, Optional.empty());
    }

    /** Starts to read, unless the tracker has ended already. */
    void begin() {
        changing.lock();
        try {
            if (running()) active = read(active.generation);
        } finally {
            changing.unlock();
        }
    }

    private Active read(Generation g) {
        pump.join(g.intakes());
        return new Active(g, g.trace().map(t -> new TracePump(name, t, g.number(), buffer, this::failed)));
    }

    TrackerInfo info() {
        TrackerInfo ended = last;
        return ended != null ? ended : info(TrackerInfo.State.RUNNING, "");
    }

    private TrackerInfo info(TrackerInfo.State state, String reason) {
        Generation g = active.generation;
        List<String> programs = g.object().programs().stream().map(LoadedObject.ProgramInfo::name).toList();
        return new TrackerInfo(id, name, state, g.number(), started, g.maps(), programs, notices, reason);
    }

    boolean running() {
        return last == null;
    }

    EventReader events(long from) {
        EventBuffer events = buffer;
        return events != null ? new BufferReader(events, from) : new EndedReader(Math.max(0, delivered - Math.max(0, from)));
    }

    LossLedger losses() throws OperationFailedException {
        using.readLock().lock();
        try {
            EventBuffer events = buffer;
            if (events == null) return losses.ledger(delivered);
            Losses now = losses.plus(active.generation.losses());
            return now.ledger(events.next());
        } finally {
            using.readLock().unlock();
        }
    }

    List<MapEntry> entries(String map) throws OperationFailedException {
        using.readLock().lock();
        try {
            return MapContent.entries(map(map));
        } finally {
            using.readLock().unlock();
        }
    }

    void clear(String map) throws OperationFailedException {
        using.readLock().lock();
        try {
            MapContent.clear(map(map));
        } finally {
            using.readLock().unlock();
        }
    }

    private MapAccess map(String map) throws OperationFailedException {
        if (!running()) throw new OperationFailedException(new Failure.Unavailable("map " + map, "tracker " + name + " has ended", ""));
        return MapContent.find(active.generation.object(), map);
    }

    private void failed(Throwable cause) {
        Thread.ofPlatform().daemon().name("eunomia-" + name + "-failed").start(() -> end(TrackerInfo.State.FAILED, "reading it failed: " + cause));
    }

    /** Detaches, reads what is left, unloads. Idempotent: the first reason counts. */
    void end(TrackerInfo.State state, String reason) {
        changing.lock();
        try {
            if (!running()) return;
            Generation g = active.generation;
            g.detach();
            active.printed.ifPresent(TracePump::end);
            pump.end();
            using.writeLock().lock();
            try {
                losses = losses.plus(finalLosses(g));
                delivered = buffer.next();
                last = info(state, reason);
                g.close();
            } finally {
                buffer.end();
                buffer = null;
                ended.accept(id, name);
                using.writeLock().unlock();
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

package org.eunomia.engine.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.TrackerId;
import org.eunomia.core.TrackerInfo;

/** The trackers of one engine: all that run, and the {@link #MOST_ENDED} that ended last. */
final class Registry {
    static final int MOST_ENDED = 32;
    private static final int MOST_FAILED = 1024;
    private final Map<TrackerId, Tracker> trackers = new TreeMap<>();
    private final Map<TrackerId, TrackerInfo> failed = new TreeMap<>();
    private final Set<String> names = new HashSet<>();
    private final List<TrackerId> ended = new ArrayList<>();
    private int lastId;
    private boolean closed;

    /** @return {@code wanted}, or when that is taken, the first of wanted-2, wanted-3 … that is free. Taken until {@link #free} */
    synchronized String take(String wanted) {
        String name = wanted;
        for (int n = 2; !names.add(name); n++) name = wanted + "-" + n;
        return name;
    }

    synchronized void free(String name) {
        names.remove(name);
    }

    /** Gives the tracker that {@code make} makes the next id. */
    synchronized Tracker add(Function<TrackerId, Tracker> make) throws OperationFailedException {
        if (closed) throw new OperationFailedException(new Failure.Unavailable("tracker service", "it is closed", ""));
        Tracker tracker = make.apply(new TrackerId(lastId + 1));
        trackers.put(new TrackerId(++lastId), tracker);
        return tracker;
    }

    /** Lists one that never ran. It does not hold its name. */
    synchronized TrackerInfo addFailed(Function<TrackerId, TrackerInfo> make) {
        TrackerInfo info = make.apply(new TrackerId(++lastId));
        failed.put(info.id(), info);
        if (failed.size() > MOST_FAILED) failed.remove(failed.keySet().iterator().next());
        return info;
    }

    synchronized Optional<TrackerInfo> failed(TrackerId id) {
        return Optional.ofNullable(failed.get(id));
    }

    List<TrackerInfo> list() {
        Map<TrackerId, TrackerInfo> list = new TreeMap<>(allFailed());
        for (Tracker t : all()) list.put(t.id(), t.info());
        return List.copyOf(list.values());
    }

    private synchronized Map<TrackerId, TrackerInfo> allFailed() {
        return Map.copyOf(failed);
    }

    /** Frees the name of a tracker that ended, and forgets the one that ended longest ago when there are too many. */
    synchronized void ended(TrackerId id, String name) {
        names.remove(name);
        if (!ended.contains(id)) ended.add(id);
        if (ended.size() > MOST_ENDED) trackers.remove(ended.removeFirst());
    }

    synchronized Tracker find(TrackerId id) throws OperationFailedException {
        Tracker tracker = trackers.get(id);
        TrackerInfo neverRan = failed.get(id);
        if (neverRan != null) throw new OperationFailedException(new Failure.Conflict("tracker " + neverRan.name(), "it did not start: " + neverRan.reason(), ""));
        if (tracker == null) throw new OperationFailedException(new Failure.NotFound("tracker", id.toString(), List.of()));
        return tracker;
    }

    synchronized Collection<Tracker> all() {
        return List.copyOf(trackers.values());
    }

    /** Nothing can be added from now on. */
    synchronized void close() {
        closed = true;
    }
}

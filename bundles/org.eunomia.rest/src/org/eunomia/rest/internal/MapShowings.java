package org.eunomia.rest.internal;

import java.time.Duration;
import java.util.List;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.TrackerId;
import org.eunomia.core.TrackerInfo;
import org.eunomia.core.TrackerService;
import org.eunomia.core.spec.MapSpec;
import org.eunomia.core.watch.OutputMap;

/** Maps that one reader of a stream wants to see every now and then. Looks only, also into maps that their package wants emptied each time. Used by one thread. */
final class MapShowings {
    private final TrackerService service;
    private final TrackerId id;
    private final long intervalNanos;
    private final int top;
    private List<MapSpec> specs = List.of();
    private List<OutputMap> maps = List.of();
    private long due;

    /**
     * @param interval zero to show none
     * @param top      rows of a table, 0 for all
     */
    MapShowings(TrackerService service, TrackerId id, Duration interval, int top) {
        this.service = service;
        this.id = id;
        this.top = top;
        intervalNanos = interval.toNanos();
        due = System.nanoTime() + intervalNanos;
    }

    /** How long a reader may wait for events at most. */
    Duration untilNext(Duration most) {
        if (intervalNanos == 0) return most;
        Duration left = Duration.ofNanos(Math.max(0, due - System.nanoTime()));
        return left.compareTo(most) < 0 ? left : most;
    }

    /** @return whether anything was shown */
    boolean show(EventFormat format) throws OperationFailedException {
        long now = System.nanoTime();
        if (intervalNanos == 0 || now < due) return false;
        // A showing that took longer than its interval is not made up for.
        due = Math.max(due + intervalNanos, now);
        TrackerInfo tracker = service.show(id);
        // An update may have brought others.
        if (!specs.equals(tracker.maps())) maps = OutputMap.of(specs = tracker.maps());
        for (OutputMap map : maps) {
            try {
                format.map(map, service.entries(id, map.name()), top);
            } catch (OperationFailedException e) {
                // It has just ended, which the reader is told by its events, or been replaced.
                if (!(e.failure() instanceof Failure.Conflict || e.failure() instanceof Failure.NotFound)) throw e;
            }
        }
        return !maps.isEmpty();
    }
}

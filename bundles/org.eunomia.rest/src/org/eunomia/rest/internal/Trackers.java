package org.eunomia.rest.internal;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.eunomia.core.Failure;
import org.eunomia.core.Nearest;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.StartSpec;
import org.eunomia.core.TrackerId;
import org.eunomia.core.TrackerInfo;
import org.eunomia.core.TrackerService;

/** Finds trackers by what stands in a path, and keeps their number within the limit. */
final class Trackers {
    private final TrackerService service;
    private final int most;
    private final AtomicInteger starting = new AtomicInteger();

    Trackers(TrackerService service, int most) {
        this.service = service;
        this.most = most;
    }

    TrackerService service() {
        return service;
    }

    /** @param text an id, or the name of a tracker that runs */
    TrackerId find(String text) throws OperationFailedException {
        if (text.matches("[0-9]{1,9}")) return new TrackerId(Integer.parseInt(text));
        List<TrackerInfo> running = running();
        return running.stream().filter(t -> t.name().equals(text)).findFirst().map(TrackerInfo::id).orElseThrow(() -> new OperationFailedException(
                new Failure.NotFound("tracker", text, Nearest.to(text, running.stream().map(TrackerInfo::name).toList()))));
    }

    List<TrackerInfo> running() throws OperationFailedException {
        return service.list().stream().filter(t -> t.state() == TrackerInfo.State.RUNNING).toList();
    }

    TrackerInfo start(StartSpec spec) throws OperationFailedException {
        int others = starting.getAndIncrement();
        try {
            if (running().size() + others >= most) throw new OperationFailedException(new Failure.TooMany("trackers", most + " at a time", "stop one that is not needed"));
            return service.start(spec);
        } finally {
            starting.decrementAndGet();
        }
    }
}

package org.eunomia.ide.core.targets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eunomia.client.RemoteTrackerService;
import org.eunomia.core.Failure;
import org.eunomia.core.LossLedger;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.TrackerId;
import org.eunomia.core.TrackerInfo;
import org.eunomia.core.TrackerService;

/** Asks a target about itself and its trackers. Used by one thread. */
final class TargetQuestion {
    private static final LossLedger NOTHING = new LossLedger(0, Map.of(), Map.of());
    /** More are listed, but without what they yield: each costs a request. */
    private static final int MOST_ASKED = 50;

    private final Target target;
    private final TargetRegistry registry;
    private final LocalHost here = new LocalHost(System.getenv());
    private Map<TrackerId, Seen> before = Map.of();

    private record Seen(long delivered, long nanos) { }

    TargetQuestion(Target target, TargetRegistry registry) {
        this.target = target;
        this.registry = registry;
    }

    TargetState ask() throws OperationFailedException {
        if (target.isLocal() && !registry.isOpen(target) && here.mayLoad()) return new TargetState(TargetState.Reach.IDLE, null, LocalHost.info(), List.of());
        TrackerService service = registry.service(target);
        HostInfo host = service instanceof RemoteTrackerService daemon ? HostInfo.of(daemon.info()) : target.isLocal() ? LocalHost.info() : HostInfo.UNKNOWN;
        List<TrackerStatus> trackers = new ArrayList<>();
        Map<TrackerId, Seen> now = new HashMap<>();
        for (TrackerInfo info : service.list()) {
            try {
                trackers.add(status(service, info, now));
            } catch (OperationFailedException e) {
                // It may be gone since the list was made; everything else holds for the whole target.
                if (!(e.failure() instanceof Failure.NotFound)) throw e;
            }
        }
        before = now;
        return new TargetState(TargetState.Reach.READY, null, host, trackers);
    }

    private TrackerStatus status(TrackerService service, TrackerInfo info, Map<TrackerId, Seen> now) throws OperationFailedException {
        if (now.size() >= MOST_ASKED) return new TrackerStatus(target, info, TrackerStatus.UNKNOWN_RATE, NOTHING);
        LossLedger losses = service.losses(info.id());
        Seen seen = new Seen(losses.delivered(), System.nanoTime());
        now.put(info.id(), seen);
        return new TrackerStatus(target, info, info.state() == TrackerInfo.State.RUNNING ? rate(before.get(info.id()), seen) : 0, losses);
    }

    private static double rate(Seen earlier, Seen now) {
        if (earlier == null || now.nanos <= earlier.nanos) return TrackerStatus.UNKNOWN_RATE;
        return (now.delivered - earlier.delivered) * 1e9 / (now.nanos - earlier.nanos);
    }
}

package org.eunomia.ide.core.targets;

import java.util.List;
import java.util.Optional;
import org.eunomia.core.Failure;

/**
 * What is known of a target. Trackers stay in it when a target does not answer any more, as they were.
 *
 * @param problem why it is not ready, null when there is none
 */
public record TargetState(Reach reach, Failure problem, HostInfo host, List<TrackerStatus> trackers) {
    public static final TargetState UNKNOWN = new TargetState(Reach.IDLE, null, HostInfo.UNKNOWN, List.of());

    public enum Reach {
        /** Nothing was wanted of it yet. */
        IDLE,
        /** Asked for the first time, or again after it failed. */
        CONNECTING,
        READY,
        /** It has answered before, but takes long now. */
        SLOW,
        /** It is there, and does not let us. */
        REFUSED,
        UNREACHABLE
    }

    public TargetState {
        trackers = List.copyOf(trackers);
    }

    public Optional<Failure> failure() {
        return Optional.ofNullable(problem);
    }

    /** Whether what is told of its trackers holds. */
    public boolean isCurrent() {
        return reach == Reach.READY || reach == Reach.IDLE;
    }

    TargetState asking() {
        return new TargetState(Reach.CONNECTING, problem, host, trackers);
    }

    TargetState slow() {
        return new TargetState(Reach.SLOW, null, host, trackers);
    }

    TargetState failed(Failure failure) {
        boolean refused = failure instanceof Failure.Unauthenticated || failure instanceof Failure.NotPermitted || failure instanceof Failure.PolicyRefused;
        return new TargetState(refused ? Reach.REFUSED : Reach.UNREACHABLE, failure, host, trackers);
    }
}

package org.eunomia.ide.core.targets;

import org.eunomia.core.TrackerService;

/**
 * A target's service while it is open.
 *
 * @param end gives up what {@code service} needs; called once
 */
public record Connection(TrackerService service, Runnable end) {
    /** One that only has to be closed. */
    public static Connection of(TrackerService service) {
        return new Connection(service, service::close);
    }
}

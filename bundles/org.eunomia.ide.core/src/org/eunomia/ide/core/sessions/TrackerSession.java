package org.eunomia.ide.core.sessions;

import org.eunomia.core.TrackerId;
import org.eunomia.ide.core.targets.Target;

/**
 * A tracker that somebody watches. {@code TargetRegistry.shared().service(target)} reads it.
 *
 * @param name of the tracker, for titles
 */
public record TrackerSession(Target target, TrackerId id, String name) {
    /** For titles where several targets are in play. */
    public String title() {
        return target.isLocal() ? name : name + " on " + target.name();
    }
}

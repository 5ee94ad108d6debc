package org.eunomia.core;

import java.time.Instant;
import java.util.List;
import org.eunomia.core.spec.MapSpec;

/**
 * A tracker as it was when asked.
 *
 * @param generation 1 for the package it was started with, one more for each replacement
 * @param maps       the maps of the running object, with their real sizes
 * @param notices    one line each: what the runtime decided on its own and the user may want to know, such as a default map size
 * @param reason     why it failed or stopped, empty while it runs
 * @param pack       of the present generation
 */
public record TrackerInfo(TrackerId id, String name, State state, int generation, Instant started, List<MapSpec> maps,
        List<String> programs, List<String> notices, String reason, PackageInfo pack, StartOptions options) {

    /** A tracker is created running; the other two are final. */
    public enum State { RUNNING, STOPPED, FAILED }

    public TrackerInfo {
        maps = List.copyOf(maps);
        programs = List.copyOf(programs);
        notices = List.copyOf(notices);
    }

    public TrackerInfo(TrackerId id, String name, State state, int generation, Instant started, List<MapSpec> maps, List<String> programs,
            List<String> notices, String reason) {
        this(id, name, state, generation, started, maps, programs, notices, reason, PackageInfo.UNKNOWN, StartOptions.NONE);
    }
}

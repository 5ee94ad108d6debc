package org.eunomia.ide.core.launch;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eunomia.core.watch.WatchOptions;
import org.eunomia.ide.core.targets.Target;

/**
 * What a launch configuration of the type "eBPF tracker" holds.
 *
 * @param source    a project, a {@code .bpf.c} or a package by its path in the workspace, or a file outside by its absolute path
 * @param targets   ids, at least one
 * @param params    values by param name, those that differ from the defaults
 * @param duration  as it was typed, empty for no end
 * @param carryMaps whether a replaced tracker goes on with the content of its maps
 * @param format    of what the console shows
 */
public record TrackerLaunch(String source, List<String> targets, Map<String, String> params, String duration, boolean carryMaps, WatchOptions.Format format) {
    /** Of the launch configuration's type. */
    public static final String TYPE = "org.eunomia.ide.core.tracker";
    private static final String PREFIX = "org.eunomia.ide.core.launch.";
    private static final String SOURCE = PREFIX + "source";
    private static final String TARGETS = PREFIX + "targets";
    private static final String PARAMS = PREFIX + "params";
    private static final String DURATION = PREFIX + "duration";
    private static final String CARRY_MAPS = PREFIX + "carryMaps";
    private static final String FORMAT = PREFIX + "format";

    public TrackerLaunch {
        targets = List.copyOf(targets);
        params = Map.copyOf(params);
    }

    /** Runs {@code source} on the local host as it is. */
    public static TrackerLaunch of(String source) {
        return new TrackerLaunch(source, List.of(Target.LOCAL.id()), Map.of(), "", false, WatchOptions.Format.TEXT);
    }

    public static TrackerLaunch read(ILaunchConfiguration from) throws CoreException {
        return new TrackerLaunch(from.getAttribute(SOURCE, ""), from.getAttribute(TARGETS, List.of(Target.LOCAL.id())), from.getAttribute(PARAMS, Map.of()), from.getAttribute(DURATION, ""),
                from.getAttribute(CARRY_MAPS, false), format(from.getAttribute(FORMAT, "")));
    }

    private static WatchOptions.Format format(String name) {
        for (WatchOptions.Format f : WatchOptions.Format.values()) if (f.name().equals(name)) return f;
        return WatchOptions.Format.TEXT;
    }

    public void write(ILaunchConfigurationWorkingCopy to) {
        to.setAttribute(SOURCE, source);
        to.setAttribute(TARGETS, targets);
        to.setAttribute(PARAMS, params);
        to.setAttribute(DURATION, duration);
        to.setAttribute(CARRY_MAPS, carryMaps);
        to.setAttribute(FORMAT, format.name());
    }

    /** @throws IllegalArgumentException when what was typed is no span of time */
    Duration time() {
        return Timespan.parse(duration);
    }
}

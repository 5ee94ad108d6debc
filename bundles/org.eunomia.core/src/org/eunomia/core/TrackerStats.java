package org.eunomia.core;

import java.util.List;

/**
 * What a tracker costs, as it was when asked.
 *
 * @param eventsPerSecond records read, averaged over the last seconds
 * @param cpuPercent      run time of its programs over the last seconds, 100 being one CPU; 0 until the kernel's statistics, which are
 *                        switched on while somebody asks, have run for a moment
 */
public record TrackerStats(TrackerId id, long upMillis, double eventsPerSecond, double cpuPercent, LossLedger losses, List<ProgramStats> programs,
        List<MapStats> maps) {
    public TrackerStats {
        programs = List.copyOf(programs);
        maps = List.copyOf(maps);
    }

    /**
     * @param kernelId of the program
     * @param runCount how often it ran while statistics were switched on
     * @param runNanos how long in all
     */
    public record ProgramStats(String name, int kernelId, long runCount, long runNanos, int verifiedInstructions) { }

    /** @param memoryBytes that the kernel holds for the map, 0 when it does not say */
    public record MapStats(String name, String type, int kernelId, int maxEntries, long memoryBytes) { }
}

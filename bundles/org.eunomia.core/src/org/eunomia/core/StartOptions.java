package org.eunomia.core;

import java.time.Duration;
import java.util.Map;

/**
 * How a tracker is to be kept.
 *
 * @param labels     free text by name, for finding and grouping trackers
 * @param timeToLive the tracker is stopped after it; zero for none
 * @param budget     the tracker is stopped when it breaks it
 * @param persistent whether a daemon brings the tracker back when it is started again
 */
public record StartOptions(Map<String, String> labels, Duration timeToLive, Budget budget, boolean persistent) {
    public static final StartOptions NONE = new StartOptions(Map.of(), Duration.ZERO, Budget.UNLIMITED, false);

    public StartOptions {
        labels = Map.copyOf(labels);
    }

    /**
     * What a tracker may use; 0 means without limit.
     *
     * @param eventsPerSecond records, averaged over some seconds
     * @param cpuPercent      run time of its programs, 100 being one CPU, averaged over some seconds
     * @param mapBytes        memory of its maps, checked when they are made
     */
    public record Budget(long eventsPerSecond, int cpuPercent, long mapBytes) {
        public static final Budget UNLIMITED = new Budget(0, 0, 0);
    }
}

package org.eunomia.core;

/**
 * What a daemon in a framework lets those work on who are within its process, such as consoles: its trackers as they are served, which remember what is persistent, and
 * documents of packages that it would take itself. A service as long as the daemon runs.
 */
public record ServedTrackers(TrackerService trackers, PackageDocuments documents) {
    /** Of the framework: {@code true}, or the path of a configuration file, when it is to be a daemon. Then nobody offers trackers but by this service. */
    public static final String DAEMON_PROPERTY = "eunomia.daemon";

    /** @param property of the framework, null when it has none */
    public static boolean isDaemon(String property) {
        return property != null && !property.equals("false");
    }
}

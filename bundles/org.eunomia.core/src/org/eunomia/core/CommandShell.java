package org.eunomia.core;

/** A command line within a daemon, for its administrator. A service, and found through {@link java.util.ServiceLoader}. */
public interface CommandShell {
    /**
     * Runs one line.
     *
     * @param service   what its commands work on
     * @param documents reads the packages that they name
     * @return what it printed; of a line that failed also why, at the end
     */
    Outcome run(String line, TrackerService service, PackageDocuments documents);

    record Outcome(String output, boolean failed) { }
}

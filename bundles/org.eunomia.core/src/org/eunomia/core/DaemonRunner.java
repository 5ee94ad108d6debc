package org.eunomia.core;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Runs a daemon within this process: trackers for callers over a network. Found through {@link java.util.ServiceLoader} by the command line. */
public interface DaemonRunner {
    /**
     * Something that can be set: as {@code --name} on the command line, as {@code EUNOMIA_NAME} in the environment, and as {@code name = value} in the configuration file.
     *
     * @param argument what to call the value in help, empty for something that is on or off
     */
    record Setting(String name, String argument, String description, String byDefault) { }

    List<Setting> settings();

    /**
     * Runs until the calling thread is interrupted, then stops in order.
     *
     * @param given       settings from the command line by name; {@code true} for those that are on
     * @param environment of the process
     * @param log         takes lines
     */
    void run(Map<String, String> given, Map<String, String> environment, Consumer<String> log) throws OperationFailedException;
}

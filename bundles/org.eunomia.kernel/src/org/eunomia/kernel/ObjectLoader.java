package org.eunomia.kernel;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;

/** Brings objects into the kernel. Safe for use by several threads. */
public interface ObjectLoader {
    /**
     * Loads every program and map of {@code spec}, or nothing: on failure all that was created is closed before the exception leaves.
     * Blocks while the verifier runs, so never call it from a UI thread. The caller owns the result; closing it detaches all links.
     */
    LoadedObject load(ObjectSpec spec) throws OperationFailedException;

    /**
     * Sleeps in the kernel until one of {@code sources}, all of objects of this loader, may have a record, one of them is woken, or
     * {@code timeout} is over. May return early; the default does so after 10 ms when there are several.
     */
    default void await(List<RecordSource> sources, Duration timeout) {
        Duration slice = Duration.ofMillis(10);
        sources.getFirst().await(sources.size() == 1 || timeout.compareTo(slice) < 0 ? timeout : slice);
    }

    /** Has the kernel keep statistics of all programs of the machine, which costs each run some nanoseconds, until the result is closed. */
    default RunStatistics keepStatistics() throws OperationFailedException {
        throw new OperationFailedException(new Failure.NotSupported("keeping statistics of programs", "", ""));
    }

    /** The folder in which the kernel shows its tracepoints, with {@code events} in it; mounted when it is not and the process may. */
    default Path tracefs() throws OperationFailedException {
        throw new OperationFailedException(new Failure.NotSupported("listing tracepoints", "", ""));
    }
}

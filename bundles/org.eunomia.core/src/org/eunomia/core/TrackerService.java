package org.eunomia.core;

import java.util.List;

/**
 * The one door to a runtime: starts, watches and stops trackers. All methods may be called from any thread and block until done; those
 * that enter the kernel can take as long as the verifier does. A fault in one tracker never reaches another.
 *
 * <p>Closing the service stops all its trackers and leaves nothing of them in the kernel.
 */
public interface TrackerService extends AutoCloseable {

    /** Loads and attaches all of {@code spec} or, on failure, nothing. */
    TrackerInfo start(StartSpec spec) throws OperationFailedException;

    /** Detaches and unloads. Events that were read before stay readable to open readers, which then see the end. */
    void stop(TrackerId id) throws OperationFailedException;

    /** In the order in which they were started. */
    List<TrackerInfo> list() throws OperationFailedException;

    TrackerInfo show(TrackerId id) throws OperationFailedException;

    /** @param fromPosition the first position wanted; earlier than the oldest that is still buffered counts as skipped */
    EventReader events(TrackerId id, long fromPosition) throws OperationFailedException;

    LossLedger losses(TrackerId id) throws OperationFailedException;

    /** The entries of a map at about one moment: entries that come or go meanwhile may or may not be seen. */
    List<MapEntry> entries(TrackerId id, String map) throws OperationFailedException;

    /** Removes all entries of a hash map, zeroes those of an array map. */
    void clear(TrackerId id, String map) throws OperationFailedException;

    /**
     * Names the frames of a stack, in the order given (innermost first).
     *
     * @param pid process whose address space the addresses belong to, 0 for the kernel's
     */
    List<StackFrame> symbolize(TrackerId id, int pid, long[] addresses) throws OperationFailedException;

    @Override
    void close();
}

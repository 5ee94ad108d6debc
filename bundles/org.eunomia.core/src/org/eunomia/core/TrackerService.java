package org.eunomia.core;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The one door to a runtime: starts, watches and stops trackers. All methods may be called from any thread and block until done; those
 * that enter the kernel can take as long as the verifier does. A fault in one tracker never reaches another.
 *
 * <p>Closing the service stops all its trackers and leaves nothing of them in the kernel.
 */
public interface TrackerService extends AutoCloseable {

    /** Loads and attaches all of {@code spec} or, on failure, nothing. */
    TrackerInfo start(StartSpec spec) throws OperationFailedException;

    /**
     * Starts a tracker that ran before this runtime did. One that does not start any more is listed as {@link TrackerInfo.State#FAILED} with its
     * reason, so that somebody sees it; {@link #stop} then only takes it off the list of those that are to come back.
     */
    default TrackerInfo restore(StartSpec spec) throws OperationFailedException {
        return start(spec);
    }

    /** Lists a tracker that ran before this runtime did and cannot even be tried, as {@link #restore} does. */
    default TrackerInfo listFailed(String name, StartOptions options, Failure why) throws OperationFailedException {
        throw new OperationFailedException(why);
    }

    /** Detaches and unloads. Events that were read before stay readable to open readers, which then see the end. */
    void stop(TrackerId id) throws OperationFailedException;

    /**
     * Replaces a tracker's package while it runs, without a gap: attaches {@code spec} beside the old generation and then lets the old one go.
     * A generation that does not load or attach leaves the old one running untouched. Open readers go on; {@link Event#generation()} tells
     * which generation a record came from, and what happened while both were attached may come from both.
     *
     * <p>Returns once the new generation is attached and read, while the old one may still be detaching: see {@link UpdateReport#settled()}.
     *
     * @param spec      its name is ignored, the tracker keeps its own; of its options a budget other than {@link StartOptions.Budget#UNLIMITED} replaces the tracker's
     * @param carryMaps whether maps that both generations have in equal shape go on with their content, instead of starting empty
     */
    default UpdateReport update(TrackerId id, StartSpec spec, boolean carryMaps) throws OperationFailedException {
        throw new OperationFailedException(new Failure.NotSupported("replacing a running tracker", "", ""));
    }

    /** The report on the last update of a tracker, as soon as it is settled, or as far as it is known after {@code timeout}. */
    default UpdateReport lastUpdate(TrackerId id, Duration timeout) throws OperationFailedException, InterruptedException {
        throw new OperationFailedException(new Failure.NotSupported("replacing a running tracker", "", ""));
    }

    /** In the order in which they were started. */
    List<TrackerInfo> list() throws OperationFailedException;

    TrackerInfo show(TrackerId id) throws OperationFailedException;

    /**
     * @param fromPosition the first position wanted; earlier than the oldest that is still buffered counts as skipped, later than the
     *                     newest ({@link Long#MAX_VALUE}, say) means the next event
     */
    EventReader events(TrackerId id, long fromPosition) throws OperationFailedException;

    LossLedger losses(TrackerId id) throws OperationFailedException;

    /** The entries of a map at about one moment: entries that come or go meanwhile may or may not be seen. */
    List<MapEntry> entries(TrackerId id, String map) throws OperationFailedException;

    /** The value at {@code key}, whose size is that of the map's keys. */
    default Optional<byte[]> lookup(TrackerId id, String map, byte[] key) throws OperationFailedException {
        throw new OperationFailedException(new Failure.NotSupported("reading single entries", "", ""));
    }

    /** Sets the value at {@code key}; sizes are those of the map. */
    default void put(TrackerId id, String map, byte[] key, byte[] value) throws OperationFailedException {
        throw new OperationFailedException(new Failure.NotSupported("writing maps", "", ""));
    }

    /** @return whether there was such an entry */
    default boolean remove(TrackerId id, String map, byte[] key) throws OperationFailedException {
        throw new OperationFailedException(new Failure.NotSupported("writing maps", "", ""));
    }

    /** Removes all entries of a hash map, zeroes those of an array map. */
    void clear(TrackerId id, String map) throws OperationFailedException;

    /** Kernel statistics are switched on by the first call and off again some time after the last. */
    default TrackerStats stats(TrackerId id) throws OperationFailedException {
        throw new OperationFailedException(new Failure.NotSupported("statistics of a tracker", "", ""));
    }

    /**
     * Loads {@code spec} without attaching it and lets it go again. A refusal by the verifier or the loader is a report; a spec that never
     * gets that far is an exception.
     */
    default VerifyReport verify(StartSpec spec) throws OperationFailedException {
        throw new OperationFailedException(new Failure.NotSupported("verifying without a start", "", ""));
    }

    /**
     * Names the frames of a stack, in the order given (innermost first). The first is where it is; at the others a call returns, and they are named by that call: an offset
     * may be just behind the function.
     *
     * @param pid process whose address space the addresses belong to, 0 for the kernel's
     */
    List<StackFrame> symbolize(TrackerId id, int pid, long[] addresses) throws OperationFailedException;

    /**
     * What programs can attach to on this host. Can take some tenths of a second.
     *
     * @param filter words that all have to occur in the name, in any case; {@code *} within a word stands for anything. Empty for all
     * @param limit  at most so many, and never more than {@link Hooks#MOST}: those whose names are or begin with the filter first, then by name
     */
    default Hooks hooks(HookKind kind, String filter, int limit) throws OperationFailedException {
        throw new OperationFailedException(new Failure.NotSupported("listing hooks", "", ""));
    }

    @Override
    void close();
}

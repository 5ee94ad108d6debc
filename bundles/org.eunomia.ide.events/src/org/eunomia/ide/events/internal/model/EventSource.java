package org.eunomia.ide.events.internal.model;

import java.time.Duration;
import java.util.Optional;
import org.eunomia.core.EventBatch;
import org.eunomia.core.LossLedger;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.PackageInfo;
import org.eunomia.core.view.Symbols;

/** A stream of events: a running tracker, or a recording. Used by one thread, but for {@link #close}, which wakes it. */
public interface EventSource extends AutoCloseable {
    Origin origin();

    /** As {@link org.eunomia.core.EventReader#read}. */
    EventBatch read(Duration timeout) throws OperationFailedException, InterruptedException;

    /** What became of the tracker's records on their way here; empty when nobody knows. */
    Optional<LossLedger> losses() throws OperationFailedException;

    /** The package of the newest generation. */
    PackageInfo pack() throws OperationFailedException;

    /** May be asked from any thread and block. */
    default Symbols symbols() {
        return Symbols.NONE;
    }

    @Override
    void close();
}

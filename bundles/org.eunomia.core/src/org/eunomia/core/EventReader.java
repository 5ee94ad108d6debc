package org.eunomia.core;

import java.time.Duration;

/** One reader of a tracker's events. Readers do not slow each other or the tracker. Used by one thread at a time; closing it from another wakes a waiting read. */
public interface EventReader extends AutoCloseable {
    /**
     * Waits until there is an event, the tracker has ended, this reader is closed, or {@code timeout} has passed. An empty batch that is
     * not the end means the timeout. After {@link #close()} it returns an empty batch that is the end.
     */
    EventBatch read(Duration timeout) throws OperationFailedException, InterruptedException;

    @Override
    void close();
}

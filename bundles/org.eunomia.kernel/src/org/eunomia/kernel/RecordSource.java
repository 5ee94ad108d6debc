package org.eunomia.kernel;

import java.nio.ByteBuffer;
import java.time.Duration;

/** The reading end of a ring or perf buffer. Used by one thread at a time, but {@link #wake()} and {@link #close()} may come from any. */
public interface RecordSource extends AutoCloseable {
    /** Takes records. The buffer is only valid during the call, in the host's byte order, from position to limit. */
    @FunctionalInterface
    interface Sink {
        void accept(ByteBuffer record);
    }

    /**
     * Hands all records that are there now, at most {@code limit}, to {@code sink} and frees their space. Never blocks, calls no native code per record.
     *
     * @return how many there were
     */
    int drain(Sink sink, int limit);

    /** Sleeps in the kernel until there may be a record, {@link #wake()} is called, or {@code timeout} is over. */
    void await(Duration timeout);

    /** Ends a present or the next {@link #await}. */
    void wake();

    /** Bytes that the buffer holds, of one CPU for a perf buffer; 0 when unknown. */
    default long capacityBytes() {
        return 0;
    }

    /** Records that the kernel says it dropped because the buffer was full (perf buffers only), since the start. */
    long lost();

    /** Unmaps. Idempotent; waits for a running {@link #drain}. */
    @Override
    void close();
}

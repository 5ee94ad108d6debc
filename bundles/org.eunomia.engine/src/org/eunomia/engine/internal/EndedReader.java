package org.eunomia.engine.internal;

import java.time.Duration;
import java.util.List;
import org.eunomia.core.EventBatch;
import org.eunomia.core.EventReader;

/** What is left to read of a tracker that ended before the reader came: that there was more. */
final class EndedReader implements EventReader {
    private long skipped;

    EndedReader(long skipped) {
        this.skipped = skipped;
    }

    @Override
    public EventBatch read(Duration timeout) {
        long told = skipped;
        skipped = 0;
        return new EventBatch(List.of(), told, true);
    }

    @Override
    public void close() {
        skipped = 0;
    }
}

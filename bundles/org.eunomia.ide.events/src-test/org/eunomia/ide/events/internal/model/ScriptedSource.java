package org.eunomia.ide.events.internal.model;

import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.eunomia.core.EventBatch;
import org.eunomia.core.LossLedger;
import org.eunomia.core.PackageInfo;

/** Hands out batches that a test wrote, then nothing more. */
public final class ScriptedSource implements EventSource {
    private final Origin origin;
    private final Deque<EventBatch> batches;
    private final Optional<LossLedger> losses;
    private final PackageInfo pack;

    public ScriptedSource(Origin origin, List<EventBatch> batches, Optional<LossLedger> losses, PackageInfo pack) {
        this.origin = origin;
        this.batches = new ArrayDeque<>(batches);
        this.losses = losses;
        this.pack = pack;
    }

    @Override
    public Origin origin() {
        return origin;
    }

    @Override
    public synchronized EventBatch read(Duration timeout) throws InterruptedException {
        if (batches.isEmpty()) wait(timeout.toMillis());
        return batches.isEmpty() ? new EventBatch(List.of(), 0, false) : batches.poll();
    }

    /** Returns when the feed has handed on everything. */
    public void awaitRead(EventFeed feed) throws InterruptedException {
        long deadline = System.nanoTime() + 20_000_000_000L;
        while (feed.status().state() != EventFeed.State.ENDED) {
            if (System.nanoTime() > deadline) fail("the feed does not end: " + feed.status());
            Thread.onSpinWait();
            Thread.yield();
        }
    }

    @Override
    public Optional<LossLedger> losses() {
        return losses;
    }

    @Override
    public PackageInfo pack() {
        return pack;
    }

    @Override
    public synchronized void close() {
        notifyAll();
    }
}

package org.eunomia.ide.events.internal.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eunomia.core.EventBatch;
import org.eunomia.core.Failure;
import org.eunomia.core.LossLedger;
import org.eunomia.core.OperationFailedException;

/**
 * Reads a source on a thread of its own and hands its batches to whoever wants them: stores, charts, recordings. One reader serves all views of a tracker, and
 * one that is too slow is told by the runtime, not hidden here: what it skipped is counted.
 */
public final class EventFeed implements AutoCloseable {
    private static final Duration WAIT = Duration.ofMillis(200);
    private static final long LEDGER_NANOS = 1_000_000_000L;
    private final EventSource source;
    private final List<Sink> sinks = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile Status status = new Status(State.OPENING, 0, 0, Optional.empty(), Optional.empty());

    /** Takes batches on the thread that reads, which it holds up while it works. */
    @FunctionalInterface
    public interface Sink {
        void batch(EventFeed feed, EventBatch batch);
    }

    public enum State { OPENING, RUNNING, ENDED, FAILED }

    /**
     * @param received events that came here
     * @param skipped  events that the runtime dropped because this reader was too slow or came too late
     * @param losses   of the tracker, as of the last second; empty when nobody knows
     * @param failure  why the stream broke off
     */
    public record Status(State state, long received, long skipped, Optional<LossLedger> losses, Optional<Failure> failure) { }

    public EventFeed(EventSource source) {
        this.source = source;
        thread = new Thread(this::run, "events of " + source.origin().tracker());
        thread.setDaemon(true);
    }

    /** Sinks that are to see every event are added before. */
    public EventFeed start() {
        thread.start();
        return this;
    }

    public EventSource source() {
        return source;
    }

    public Origin origin() {
        return source.origin();
    }

    public Status status() {
        return status;
    }

    public void add(Sink sink) {
        sinks.add(sink);
    }

    public void remove(Sink sink) {
        sinks.remove(sink);
    }

    private void run() {
        try {
            long asked = System.nanoTime() - LEDGER_NANOS;
            boolean end = false;
            while (!end) {
                EventBatch batch = source.read(WAIT);
                for (Sink sink : sinks) sink.batch(this, batch);
                end = batch.end();
                boolean ask = end || System.nanoTime() - asked >= LEDGER_NANOS;
                Optional<LossLedger> losses = ask ? losses() : status.losses();
                if (ask) asked = System.nanoTime();
                status = new Status(end ? State.ENDED : State.RUNNING, status.received + batch.events().size(), status.skipped + batch.skipped(), losses, Optional.empty());
            }
        } catch (OperationFailedException e) {
            status = new Status(State.FAILED, status.received, status.skipped, status.losses, Optional.of(e.failure()));
        } catch (InterruptedException e) {
            status = new Status(State.ENDED, status.received, status.skipped, status.losses, Optional.empty());
        }
    }

    /** The last that was told, when the runtime does not answer. */
    private Optional<LossLedger> losses() {
        try {
            return source.losses();
        } catch (OperationFailedException e) {
            return status.losses;
        }
    }

    /** Ends the reading. What was read stays with the sinks. */
    @Override
    public void close() {
        thread.interrupt();
        source.close();
    }
}

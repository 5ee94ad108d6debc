package org.eunomia.client.internal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eunomia.core.Event;
import org.eunomia.core.EventBatch;
import org.eunomia.core.EventReader;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.wire.RawEventReader;
import org.eunomia.wire.RawEventReader.Item;
import org.eunomia.wire.RawEventWriter;

/**
 * Reads a daemon's stream of records in a thread of its own, a little ahead of who reads here. When the connection breaks it connects again and goes on after the
 * last event, for as long as {@link #PATIENCE}.
 */
public final class RemoteEventReader implements EventReader {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** A daemon that is just going away may take a connection and never answer. */
    private static final Duration OPENING = Duration.ofSeconds(5);
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 3_000;
    private static final int BATCH = 512;
    private static final EventBatch CLOSED = new EventBatch(List.of(), 0, true);

    private final Calls calls;
    private final String path;
    /** Full when the reader here is slow; then the daemon drops for it, and says how many. */
    private final BlockingQueue<Part> parts = new ArrayBlockingQueue<>(8);
    private final Thread thread;
    /** What is wanted next; {@link Long#MAX_VALUE} for whatever comes next. */
    private long position;
    private volatile InputStream in;
    private volatile boolean closed;
    /** Comes again on each read once it has come. */
    private Part last;

    private sealed interface Part {
        record Batch(EventBatch batch) implements Part { }

        record Failed(OperationFailedException failure) implements Part { }
    }

    private RemoteEventReader(Calls calls, String path, long fromPosition) {
        this.calls = calls;
        this.path = path;
        position = fromPosition;
        thread = Thread.ofVirtual().name("eunomia-events").unstarted(this::follow);
    }

    /** Fails when there is no such tracker, or nobody to ask. */
    public static RemoteEventReader open(Calls calls, String path, long fromPosition) throws OperationFailedException {
        RemoteEventReader reader = new RemoteEventReader(calls, path, fromPosition);
        reader.in = reader.connect();
        reader.thread.start();
        return reader;
    }

    private InputStream connect() throws OperationFailedException {
        String from = position == Long.MAX_VALUE ? "next" : Long.toString(Math.max(0, position));
        return new BufferedInputStream(calls.open("GET", path + "?from=" + from, null, RawEventWriter.MEDIA_TYPE, OPENING).body(), 1 << 16);
    }

    @Override
    public EventBatch read(Duration timeout) throws OperationFailedException, InterruptedException {
        if (closed) return CLOSED;
        Part part = last != null ? last : parts.poll(Math.max(0, timeout.toNanos()), TimeUnit.NANOSECONDS);
        if (closed) return CLOSED;
        return switch (part) {
            case null -> new EventBatch(List.of(), 0, false);
            case Part.Batch b -> {
                if (b.batch.end()) last = new Part.Batch(CLOSED);
                yield b.batch;
            }
            case Part.Failed f -> {
                last = f;
                throw f.failure;
            }
        };
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        closeStream();
        parts.clear();
        parts.offer(new Part.Batch(CLOSED));
    }

    private void closeStream() {
        try {
            // The buffered stream passes this on without waiting for the read that may be under way.
            in.close();
        } catch (IOException e) {
            // It is of no use any more in any case.
        }
    }

    private void follow() {
        try {
            while (!closed) {
                try {
                    copy(new RawEventReader(in));
                    return;
                } catch (IOException e) {
                    if (!closed) reconnect(e);
                }
            }
        } catch (OperationFailedException e) {
            hand(new Part.Failed(e));
        } catch (InterruptedException e) {
            // closed
        } finally {
            closeStream();
        }
    }

    private void hand(Part part) {
        try {
            parts.put(part);
        } catch (InterruptedException e) {
            // closed
        }
    }

    /** Until the end of the events; an end of the stream before that is an {@link IOException}. */
    private void copy(RawEventReader reader) throws IOException, OperationFailedException, InterruptedException {
        List<Event> events = new ArrayList<>();
        long skipped = 0;
        while (true) {
            Item item;
            try {
                item = reader.next();
            } catch (IOException e) {
                if (!events.isEmpty() || skipped > 0) parts.put(new Part.Batch(new EventBatch(events, skipped, false)));
                throw e;
            }
            switch (item) {
                case Item.Record r -> {
                    events.add(r.event());
                    position = r.event().position() + 1;
                }
                case Item.Skipped s -> {
                    if (!events.isEmpty()) parts.put(new Part.Batch(new EventBatch(events, skipped, false)));
                    skipped = events.isEmpty() ? skipped + s.count() : s.count();
                    events.clear();
                }
                case Item.Alive a -> { }
                case Item.End e -> {
                    parts.put(new Part.Batch(new EventBatch(events, skipped, true)));
                    return;
                }
            }
            if (events.size() >= BATCH || !events.isEmpty() && in.available() == 0) {
                parts.put(new Part.Batch(new EventBatch(events, skipped, false)));
                events.clear();
                skipped = 0;
            }
        }
    }

    private void reconnect(IOException cause) throws OperationFailedException, InterruptedException {
        closeStream();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (long pause = FIRST_PAUSE_MILLIS;; pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS)) {
            try {
                in = connect();
                return;
            } catch (OperationFailedException e) {
                boolean mayComeBack = e.failure() instanceof Failure.Unavailable || e.failure() instanceof Failure.TooMany;
                if (!mayComeBack || System.nanoTime() > deadline) throw e;
            }
            Thread.sleep(pause);
        }
    }
}

package org.eunomia.ide.events.internal.recording;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eunomia.core.Event;
import org.eunomia.core.EventBatch;
import org.eunomia.core.Failure;
import org.eunomia.core.LossLedger;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.PackageInfo;
import org.eunomia.ide.events.internal.model.EventSource;
import org.eunomia.ide.events.internal.model.Origin;
import org.eunomia.wire.RawEventReader;
import org.eunomia.wire.RawEventReader.Item;

/** A recording as a source of events, as fast as they can be taken or at the pace in which they came. */
public final class Recording implements EventSource {
    /** Extension of recordings. */
    public static final String EXTENSION = "events";
    private static final int BATCH = 4096;
    private final Path file;
    private final boolean paced;
    private final RecordingHeader header;
    private final InputStream in;
    private final RawEventReader reader;
    private Event ahead;
    private boolean end;
    private boolean cutOff;
    private long firstEventNanos = Long.MIN_VALUE;
    private long startNanos;
    private volatile boolean closed;

    private Recording(Path file, boolean paced) throws IOException {
        this.file = file;
        this.paced = paced;
        in = new BufferedInputStream(Files.newInputStream(file), 1 << 18);
        try {
            header = RecordingHeader.read(in);
        } catch (IOException e) {
            in.close();
            throw e;
        }
        reader = new RawEventReader(in);
    }

    /** @param paced whether events come as far apart as they did */
    public static Recording open(Path file, boolean paced) throws OperationFailedException {
        try {
            return new Recording(file, paced);
        } catch (IOException e) {
            throw new OperationFailedException(unreadable(file, e));
        }
    }

    private static Failure unreadable(Path file, IOException e) {
        return new Failure.Unavailable("recording " + file.getFileName(), e.getMessage() == null ? e.toString() : e.getMessage(), "");
    }

    @Override
    public Origin origin() {
        return header.origin();
    }

    public Path file() {
        return file;
    }

    public Instant started() {
        return header.started();
    }

    /** Of all generations, the first one's first. */
    public List<PackageInfo> packages() {
        return header.packsInOrder();
    }

    @Override
    public PackageInfo pack() {
        List<PackageInfo> all = packages();
        return all.isEmpty() ? PackageInfo.UNKNOWN : all.getLast();
    }

    /** Whether the end of the recording is missing; known when all was read. */
    public boolean isCutOff() {
        return cutOff;
    }

    @Override
    public Optional<LossLedger> losses() {
        return header.losses();
    }

    @Override
    public EventBatch read(Duration timeout) throws OperationFailedException, InterruptedException {
        List<Event> events = new ArrayList<>();
        long skipped = 0;
        long deadline = System.nanoTime() + timeout.toNanos();
        try {
            while (!closed && !end && events.size() < BATCH) {
                if (ahead == null) {
                    switch (reader.next()) {
                        case Item.Record r -> ahead = r.event();
                        case Item.Skipped s -> skipped += s.count();
                        case Item.End e -> end = true;
                        case Item.Alive a -> { }
                    }
                }
                if (ahead == null) continue;
                if (!isDue(ahead) && (!events.isEmpty() || !await(ahead, deadline))) break;
                events.add(ahead);
                ahead = null;
            }
        } catch (EOFException e) {
            cutOff = true;
            end = true;
        } catch (IOException e) {
            if (!closed) throw new OperationFailedException(unreadable(file, e));
        }
        return new EventBatch(events, skipped, (end || closed) && ahead == null);
    }

    private boolean isDue(Event event) {
        return nanosUntil(event) <= 0;
    }

    private long nanosUntil(Event event) {
        if (!paced) return 0;
        if (firstEventNanos == Long.MIN_VALUE) {
            firstEventNanos = event.timeNanos();
            startNanos = System.nanoTime();
        }
        return event.timeNanos() - firstEventNanos - (System.nanoTime() - startNanos);
    }

    private boolean await(Event event, long deadline) throws InterruptedException {
        long wait = Math.min(nanosUntil(event), deadline - System.nanoTime());
        if (wait > 0) Thread.sleep(Duration.ofNanos(wait));
        return isDue(event);
    }

    @Override
    public void close() {
        closed = true;
        try {
            in.close();
        } catch (IOException e) {
            // read to the end or not, nothing is lost by it
        }
    }
}

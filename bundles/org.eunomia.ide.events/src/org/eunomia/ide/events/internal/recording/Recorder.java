package org.eunomia.ide.events.internal.recording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eunomia.core.Event;
import org.eunomia.core.EventBatch;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.PackageInfo;
import org.eunomia.ide.events.internal.model.EventFeed;
import org.eunomia.wire.RawEventWriter;

/**
 * Writes what a feed brings into a file. Writes on the feed's thread: a disk that is too slow holds up the reading, and what is lost by it the runtime counts as
 * skipped. A disk that fails ends the recording, never the feed.
 */
public final class Recorder implements EventFeed.Sink, AutoCloseable {
    private static final int BLOCK = 1 << 16;
    private final EventFeed feed;
    private final Path file;
    private final FileChannel out;
    private final RawEventWriter writer;
    private final Map<Integer, PackageInfo> packages = new LinkedHashMap<>();
    private final Instant started = Instant.now();
    private long events;
    private long skipped;
    private boolean closed;
    private volatile IOException problem;

    private Recorder(EventFeed feed, Path file) throws IOException {
        this.feed = feed;
        this.file = file;
        writer = new RawEventWriter(feed.origin().tracker());
        out = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        write(ByteBuffer.wrap(header(Optional.empty()).toBytes()));
    }

    /** Begins with the next batch. @param file is replaced */
    public static Recorder start(EventFeed feed, Path file) throws IOException {
        Recorder recorder = new Recorder(feed, file);
        feed.add(recorder);
        return recorder;
    }

    private RecordingHeader header(Optional<Instant> ended) {
        return new RecordingHeader(feed.origin(), packages, started, ended, events, skipped, ended.isEmpty() ? Optional.empty() : feed.status().losses());
    }

    @Override
    public synchronized void batch(EventFeed from, EventBatch batch) {
        if (closed || problem != null) return;
        try {
            if (batch.skipped() > 0) writer.skipped(batch.skipped());
            skipped += batch.skipped();
            for (Event e : batch.events()) {
                if (!packages.containsKey(e.generation())) packages.put(e.generation(), pack());
                writer.event(e);
                if (writer.size() > BLOCK) write(writer.take());
            }
            events += batch.events().size();
            write(writer.take());
        } catch (IOException e) {
            problem = e;
        }
    }

    /** What runs now, which for the generation of an event that has just come is all but sure. */
    private PackageInfo pack() {
        try {
            return feed.source().pack();
        } catch (OperationFailedException e) {
            return PackageInfo.UNKNOWN;
        }
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) out.write(bytes);
    }

    public Path file() {
        return file;
    }

    public synchronized long events() {
        return events;
    }

    public EventFeed feed() {
        return feed;
    }

    /** Why nothing is written any more. */
    public Optional<IOException> problem() {
        return Optional.ofNullable(problem);
    }

    /** Ends the recording. @throws UncheckedIOException when the file could not be completed; what was written before can be replayed still */
    @Override
    public void close() {
        feed.remove(this);
        synchronized (this) {
            if (closed) return;
            closed = true;
            try (out) {
                if (problem != null) return;
                writer.end("recorded");
                write(writer.take());
                out.position(0);
                write(ByteBuffer.wrap(header(Optional.of(Instant.now())).toBytes()));
            } catch (IOException e) {
                problem = e;
                throw new UncheckedIOException(e);
            }
        }
    }
}

package org.eunomia.engine.internal;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.eunomia.kernel.TraceSource;

/** Moves the lines that one generation prints into the tracker's events, with a thread of its own. */
final class TracePump {
    private static final Duration WAIT = Duration.ofMillis(100);
    /** Ends reading to the end of a pipe that others still write to. */
    private static final int MOST_LAST_READS = 64;
    private final TraceSource source;
    private final int generation;
    private final EventBuffer buffer;
    private final Consumer<Throwable> failed;
    private final Thread thread;
    private volatile boolean ending;
    private volatile long lines;

    TracePump(String tracker, TraceSource source, int generation, EventBuffer buffer, Consumer<Throwable> failed) {
        this.source = source;
        this.generation = generation;
        this.buffer = buffer;
        this.failed = failed;
        thread = Thread.ofPlatform().daemon().name("eunomia-" + tracker + "-printk").start(this::run);
    }

    long lines() {
        return lines;
    }

    private void run() {
        try {
            for (int lastReads = 0; lastReads < MOST_LAST_READS;) {
                boolean last = ending;
                if (last) lastReads++;
                List<TraceSource.Line> read = source.read(last ? Duration.ZERO : WAIT);
                if (!read.isEmpty()) lines += buffer.append(out -> add(out, read));
                else if (last) return;
            }
        } catch (RuntimeException e) {
            failed.accept(e);
        }
    }

    private int add(EventBuffer.Appender out, List<TraceSource.Line> read) {
        for (TraceSource.Line line : read) out.add(generation, Printk.MAP, Printk.SCHEMA, Printk.record(line));
        return read.size();
    }

    /** Reads what is there to the end. Returns when done. */
    void end() {
        ending = true;
        Uninterrupted.join(thread);
    }
}

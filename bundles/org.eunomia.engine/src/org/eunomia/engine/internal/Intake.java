package org.eunomia.engine.internal;

import java.nio.ByteBuffer;
import org.eunomia.kernel.RecordSource;

/** One buffer of one generation on its way into the tracker's events. Drained by the tracker's reader thread alone. */
final class Intake implements AutoCloseable {
    /** What the kernel keeps in a ring before each record. */
    private static final int RECORD_HEADER = 8;
    /** Stands in for a capacity that is not known: small, so that the buffer is looked at often enough. */
    private static final long ASSUMED_CAPACITY = 256 << 10;
    private final String map;
    private final int generation;
    private final RecordSource source;
    private final Layouts layouts;
    private volatile long records;
    private long bytes;

    Intake(String map, int generation, RecordSource source, Layouts layouts) {
        this.map = map;
        this.generation = generation;
        this.source = source;
        this.layouts = layouts;
    }

    String map() {
        return map;
    }

    RecordSource source() {
        return source;
    }

    /** How many came through so far. */
    long records() {
        return records;
    }

    /** @return how many there were */
    int drain(EventBuffer buffer, int limit) {
        int count = buffer.append(out -> source.drain(record -> add(out, record), limit));
        records += count;
        return count;
    }

    private void add(EventBuffer.Appender out, ByteBuffer record) {
        byte[] data = new byte[record.remaining()];
        record.get(record.position(), data);
        bytes += data.length + RECORD_HEADER;
        out.add(generation, map, layouts.of(data), data);
    }

    /** What share of the buffer the drains since the last call found used. */
    double takeFill() {
        long capacity = source.capacityBytes();
        double fill = (double) bytes / (capacity > 0 ? capacity : ASSUMED_CAPACITY);
        bytes = 0;
        return fill;
    }

    @Override
    public void close() {
        source.close();
    }
}

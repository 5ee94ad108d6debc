package org.eunomia.ide.events.internal.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.eunomia.core.Event;
import org.eunomia.core.view.TextBuffer;

/** One event at a time, read out of a window into memory that is used again for the next. Used by one thread. */
public final class Row {
    private final TextBuffer scratch = new TextBuffer();
    private byte[] bytes = new byte[256];
    private ByteBuffer record = wrap(bytes);
    private long event = -1;
    private EventKind kind;
    private long timeNanos;
    private long position;

    private static ByteBuffer wrap(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
    }

    /** @param event one that {@code window} holds */
    public Row moveTo(EventWindow window, long event) {
        Chunk chunk = window.chunkOf(event);
        int row = (int) (event % Chunk.ROWS);
        int length = chunk.length(row);
        if (length > bytes.length) {
            bytes = new byte[Math.max(length, bytes.length * 2)];
            record = wrap(bytes);
        }
        chunk.copy(row, bytes);
        record.limit(length);
        kind = window.kinds().get(chunk.kind(row));
        timeNanos = chunk.time(row);
        position = chunk.position(row);
        this.event = event;
        return this;
    }

    /** The number that names this event in its store. */
    public long number() {
        return event;
    }

    public EventKind kind() {
        return kind;
    }

    /** Nanoseconds since 1970. */
    public long timeNanos() {
        return timeNanos;
    }

    /** Within its tracker. */
    public long position() {
        return position;
    }

    /** In the form that columns take; holds until the next move. */
    public ByteBuffer record() {
        return record;
    }

    /** Empty, for a moment's work on this row. */
    public TextBuffer scratch() {
        scratch.clear();
        return scratch;
    }

    /** A copy that stays. */
    public Event event() {
        return new Event(position, timeNanos, kind.origin().tracker(), kind.generation(), kind.map(), kind.schema(), Arrays.copyOf(bytes, record.limit()));
    }
}

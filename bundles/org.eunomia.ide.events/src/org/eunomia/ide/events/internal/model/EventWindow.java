package org.eunomia.ide.events.internal.model;

import java.util.List;

/**
 * The events that a store held at one moment. They stay readable for as long as somebody holds the window, whatever the store drops meanwhile. Events are named by a
 * number that counts up through the life of a store.
 */
public final class EventWindow {
    static final EventWindow EMPTY = new EventWindow(new Chunk[0], 0, 0, List.of());

    private final Chunk[] chunks;
    private final long firstChunk;
    private final int rowsInLast;
    private final List<EventKind> kinds;

    EventWindow(Chunk[] chunks, long firstChunk, int rowsInLast, List<EventKind> kinds) {
        this.chunks = chunks;
        this.firstChunk = firstChunk;
        this.rowsInLast = rowsInLast;
        this.kinds = kinds;
    }

    /** The number of the oldest event. */
    public long first() {
        return firstChunk * Chunk.ROWS;
    }

    /** The number that follows the newest event. */
    public long end() {
        return chunks.length == 0 ? first() : (firstChunk + chunks.length - 1) * Chunk.ROWS + rowsInLast;
    }

    public long size() {
        return end() - first();
    }

    public boolean holds(long event) {
        return event >= first() && event < end();
    }

    /** All kinds up to now, also of events that are gone. */
    public List<EventKind> kinds() {
        return kinds;
    }

    Chunk chunkOf(long event) {
        return chunks[(int) (event / Chunk.ROWS - firstChunk)];
    }
}

package org.eunomia.ide.events.internal.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eunomia.core.Event;
import org.eunomia.core.schema.Schema;
import org.eunomia.core.view.Columns;

/**
 * Events in bounded memory: when it is used up the oldest go, and are counted. Records stay the bytes that they were; nothing is decoded before somebody looks.
 * Any thread may add and any may read; reading never waits for those who add.
 */
public final class EventStore {
    private final long limitBytes;
    private final long limitEvents;
    private volatile EventWindow window = EventWindow.EMPTY;
    private Chunk[] chunks = new Chunk[0];
    private long firstChunk;
    private long fullBytes;
    private List<EventKind> kinds = List.of();
    /** By identity, as comparing whole schemas is dear: a stream that was opened again brings equal ones. */
    private final Map<Schema, List<EventKind>> seen = new IdentityHashMap<>();
    private Schema lastSchema;
    private EventKind last;
    private Counts counts = new Counts(0, 0, 0);

    /**
     * {@code received = dropped + cleared + those that are held}.
     *
     * @param dropped to make room
     * @param cleared by the user
     */
    public record Counts(long received, long dropped, long cleared) { }

    public EventStore(long limitBytes) {
        this(limitBytes, Long.MAX_VALUE);
    }

    /** @param limitEvents is kept to within some thousands */
    public EventStore(long limitBytes, long limitEvents) {
        this.limitBytes = limitBytes;
        this.limitEvents = limitEvents;
    }

    public synchronized void add(Origin origin, List<Event> events) {
        if (events.isEmpty()) return;
        for (Event e : events) {
            if (chunks.length == 0 || chunks[chunks.length - 1].isFull()) grow();
            chunks[chunks.length - 1].add(e.timeNanos(), e.position(), kind(origin, e).number(), e.data());
        }
        counts = new Counts(counts.received + events.size(), counts.dropped, counts.cleared);
        publish();
    }

    private void grow() {
        if (chunks.length > 0) fullBytes += chunks[chunks.length - 1].memoryBytes();
        int gone = 0;
        Chunk next = new Chunk();
        while (gone < chunks.length && (fullBytes + 2 * next.memoryBytes() > limitBytes || (long) (chunks.length - gone) * Chunk.ROWS >= Math.max(Chunk.ROWS, limitEvents))) {
            fullBytes -= chunks[gone++].memoryBytes();
            counts = new Counts(counts.received, counts.dropped + Chunk.ROWS, counts.cleared);
        }
        Chunk[] more = Arrays.copyOfRange(chunks, gone, chunks.length + 1);
        more[more.length - 1] = next;
        firstChunk += gone;
        chunks = more;
    }

    private EventKind kind(Origin origin, Event e) {
        if (last != null && lastSchema == e.schema() && last.generation() == e.generation() && last.origin().equals(origin) && last.map().equals(e.map())) return last;
        List<EventKind> same = seen.computeIfAbsent(e.schema(), s -> new ArrayList<>());
        EventKind found = find(same, origin, e).orElse(null);
        if (found == null) {
            found = find(kinds.stream().filter(k -> k.schema().equals(e.schema())).toList(), origin, e).orElseGet(() -> introduce(origin, e));
            same.add(found);
        }
        last = found;
        lastSchema = e.schema();
        return found;
    }

    private static Optional<EventKind> find(List<EventKind> kinds, Origin origin, Event e) {
        return kinds.stream().filter(k -> k.generation() == e.generation() && k.map().equals(e.map()) && k.origin().equals(origin)).findFirst();
    }

    private EventKind introduce(Origin origin, Event e) {
        Columns columns = kinds.stream().filter(k -> k.schema().equals(e.schema())).findFirst().map(EventKind::columns).orElseGet(() -> Columns.of(e.schema()));
        EventKind kind = new EventKind(kinds.size(), origin, e.generation(), e.map(), e.schema(), columns, kinds.isEmpty() ? e.timeNanos() : kinds.getFirst().beganNanos());
        List<EventKind> more = new ArrayList<>(kinds);
        more.add(kind);
        kinds = List.copyOf(more);
        return kind;
    }

    private void publish() {
        window = new EventWindow(chunks, firstChunk, chunks.length == 0 ? 0 : chunks[chunks.length - 1].count(), kinds);
    }

    /** Forgets all events. */
    public synchronized void clear() {
        counts = new Counts(counts.received, counts.dropped, counts.cleared + window.size());
        firstChunk += chunks.length;
        chunks = new Chunk[0];
        fullBytes = 0;
        publish();
    }

    /** What is held now. */
    public EventWindow window() {
        return window;
    }

    public synchronized Counts counts() {
        return counts;
    }

    /** Used by the events that are held, not counting those that only a window still holds. */
    public synchronized long memoryBytes() {
        return fullBytes + (chunks.length == 0 ? 0 : chunks[chunks.length - 1].memoryBytes());
    }
}

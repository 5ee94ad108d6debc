package org.eunomia.ide.events.internal.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eunomia.ide.core.sessions.TrackerSession;
import org.eunomia.ide.core.sessions.TrackerSessions;
import org.eunomia.ide.core.targets.TargetRegistry;

/**
 * The one feed of each session, shared by the views of events and charts: opened by the first that asks, closed when the session goes. Its store holds what was
 * read so far, so that a view that is opened later starts with that.
 */
public final class EventFeeds {
    /** For the events of one tracker, and for those of all. */
    public static final long STORE_BYTES = Math.clamp(Runtime.getRuntime().maxMemory() / 8, 16L << 20, 256L << 20);
    private static final EventFeeds SHARED = new EventFeeds(TrackerSessions.shared(), s -> new SessionSource(TargetRegistry.shared(), s));

    private final TrackerSessions sessions;
    private final Function<TrackerSession, EventSource> sources;
    private final Map<TrackerSession, Stored> feeds = new HashMap<>();
    private long held = 1_000_000;
    private EventStore all;

    /** A feed and what it brought. */
    public record Stored(EventFeed feed, EventStore store) { }

    EventFeeds(TrackerSessions sessions, Function<TrackerSession, EventSource> sources) {
        this.sessions = sessions;
        this.sources = sources;
        sessions.addListener(new TrackerSessions.Listener() {
            @Override
            public void added(TrackerSession session) { }

            @Override
            public void removed(TrackerSession session) {
                close(session);
            }
        });
    }

    /** That of this process. */
    public static EventFeeds shared() {
        return SHARED;
    }

    /** Does not wait for the target. */
    public synchronized Stored of(TrackerSession session) {
        return feeds.computeIfAbsent(session, s -> start(sources.apply(s), held, all()));
    }

    /** @param events most that a store is to hold; stores that there are already keep their limit */
    public synchronized void hold(long events) {
        held = events;
    }

    /** The events of all sessions, in the order in which they came here. */
    public synchronized EventStore all() {
        if (all == null) all = new EventStore(STORE_BYTES, held);
        return all;
    }

    public synchronized List<EventFeed> feeds() {
        return feeds.values().stream().map(Stored::feed).toList();
    }

    /** Empty while nobody has asked for it. */
    public synchronized Optional<Stored> find(TrackerSession session) {
        return Optional.ofNullable(feeds.get(session));
    }

    /** A feed of its own, for example of a recording; the caller closes it. */
    public static Stored start(EventSource source, long held) {
        return start(source, held, new EventStore[0]);
    }

    private static Stored start(EventSource source, long held, EventStore... further) {
        EventStore store = new EventStore(STORE_BYTES, held);
        EventFeed feed = new EventFeed(source);
        feed.add((f, batch) -> store.add(f.origin(), batch.events()));
        for (EventStore s : further) feed.add((f, batch) -> s.add(f.origin(), batch.events()));
        return new Stored(feed.start(), store);
    }

    private void close(TrackerSession session) {
        Stored gone;
        synchronized (this) {
            gone = sessions.list().contains(session) ? null : feeds.remove(session);
        }
        if (gone != null) gone.feed().close();
    }
}

package org.eunomia.ide.core.sessions;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eunomia.core.UpdateReport;

/**
 * The trackers that are watched, in the order in which that began. A session stays after its tracker has ended, so that what it told can still be read, until
 * whoever shows it is closed by the user and removes it. Safe for use from any thread.
 */
public final class TrackerSessions {
    private static final TrackerSessions SHARED = new TrackerSessions();

    private final List<TrackerSession> sessions = new ArrayList<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    /** Told on the thread that made the change, which may be any: who shows something changes to the thread of the user interface first. */
    public interface Listener {
        void added(TrackerSession session);

        void removed(TrackerSession session);

        /** The tracker runs another generation: schemas, maps and columns may differ from now on. */
        default void updated(TrackerSession session, UpdateReport report) { }

        /** The user wants to see these: one alone, or several in one stream. All are in the list. */
        default void revealed(List<TrackerSession> wanted) { }
    }

    /** That of this process. */
    public static TrackerSessions shared() {
        return SHARED;
    }

    /** Does nothing when it is there already. */
    public void add(TrackerSession session) {
        synchronized (sessions) {
            if (sessions.contains(session)) return;
            sessions.add(session);
        }
        listeners.forEach(l -> l.added(session));
    }

    /** The tracker itself goes on. */
    public void remove(TrackerSession session) {
        synchronized (sessions) {
            if (!sessions.remove(session)) return;
        }
        listeners.forEach(l -> l.removed(session));
    }

    public List<TrackerSession> list() {
        synchronized (sessions) {
            return List.copyOf(sessions);
        }
    }

    /** Says that a session's tracker was replaced by another generation. */
    public void update(TrackerSession session, UpdateReport report) {
        listeners.forEach(l -> l.updated(session, report));
    }

    /** Adds those that are missing and asks whoever shows sessions to bring these to the front, in one stream when there are several. */
    public void reveal(List<TrackerSession> wanted) {
        wanted.forEach(this::add);
        List<TrackerSession> all = List.copyOf(wanted);
        listeners.forEach(l -> l.revealed(all));
    }

    public void addListener(Listener listener) {
        listeners.add(listener);
    }

    public void removeListener(Listener listener) {
        listeners.remove(listener);
    }
}

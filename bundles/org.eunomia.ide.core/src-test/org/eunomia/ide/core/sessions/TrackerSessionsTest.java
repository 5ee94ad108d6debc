package org.eunomia.ide.core.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.eunomia.core.TrackerId;
import org.eunomia.ide.core.targets.Target;
import org.junit.jupiter.api.Test;

class TrackerSessionsTest {
    private final TrackerSessions sessions = new TrackerSessions();
    private final TrackerSession one = new TrackerSession(Target.LOCAL, new TrackerId(1), "one");
    private final TrackerSession two = new TrackerSession(new Target("h", "host", Target.Kind.REMOTE, "https://h"), new TrackerId(1), "two");

    @Test
    void tellsOncePerSession() {
        List<String> told = new ArrayList<>();
        sessions.addListener(new TrackerSessions.Listener() {
            @Override
            public void added(TrackerSession s) {
                told.add("+" + s.title());
            }

            @Override
            public void removed(TrackerSession s) {
                told.add("-" + s.title());
            }

            @Override
            public void revealed(List<TrackerSession> wanted) {
                told.add("!" + wanted.size());
            }
        });
        sessions.add(one);
        sessions.add(one);
        sessions.reveal(List.of(one, two));
        sessions.remove(one);
        sessions.remove(one);
        assertEquals(List.of("+one", "+two on host", "!2", "-one"), told);
        assertEquals(List.of(two), sessions.list());
    }
}

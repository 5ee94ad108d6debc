package org.eunomia.tests.kernel.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OpensnoopTest {
    @RegisterExtension
    final Trackers trackers = new Trackers();

    @Test
    void showsOpenat() throws Exception {
        try (Subject subject = Subject.shell(": < /etc/hostname")) {
            Watched opensnoop = trackers.start("opensnoop", Map.of("target_pid", subject.pidText()));
            subject.go();
            Map<String, Object> event = opensnoop.event(e -> e.get("filename").equals("/etc/hostname"));
            assertEquals(subject.pid(), event.get("pid"));
            assertEquals("sh", event.get("comm"));
            assertEquals(0L, event.get("uid"));
            assertTrue((Long) event.get("ret") >= 0, "a file descriptor: " + event.get("ret"));
            assertEquals(0, opensnoop.losses().lost());
        }
    }

    /** Which no C library calls any more. */
    @Test
    void showsOpen() throws Exception {
        try (Subject subject = Subject.perl("$f = '/etc/hostname'; syscall(2, $f, 0)")) {
            Watched opensnoop = trackers.start("opensnoop", Map.of("target_pid", subject.pidText()));
            subject.go();
            assertEquals("perl", opensnoop.event(e -> e.get("filename").equals("/etc/hostname")).get("comm"));
        }
    }

    @Test
    void showsTheErrorOfACallThatFailed() throws Exception {
        try (Subject subject = Subject.shell(": < /etc/hostname; : < /nonexistent/file")) {
            Watched opensnoop = trackers.start("opensnoop", Map.of("target_pid", subject.pidText(), "failed_only", "true"));
            subject.go();
            Map<String, Object> event = opensnoop.event(e -> true);
            assertEquals("/nonexistent/file", event.get("filename"));
            assertEquals(-2L, event.get("ret"));
        }
    }

    @Test
    void leavesOtherUsersOut() throws Exception {
        try (Subject subject = Subject.perl("open(F, '/etc/hostname'); $< = $> = 65534; open(F, '/etc/passwd')")) {
            Watched opensnoop = trackers.start("opensnoop", Map.of("target_pid", subject.pidText(), "target_uid", "65534"));
            subject.go();
            Map<String, Object> event = opensnoop.event(e -> true);
            assertEquals("/etc/passwd", event.get("filename"));
            assertEquals(65534L, event.get("uid"));
        }
    }
}

package org.eunomia.tests.kernel.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.eunomia.core.schema.EnumValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class KillsnoopTest {
    @RegisterExtension
    final Trackers trackers = new Trackers();

    @Test
    void namesTheSignal() throws Exception {
        try (Subject subject = Subject.shell("trap : USR1; kill -0 $$; kill -USR1 $$")) {
            Watched killsnoop = trackers.start("killsnoop", Map.of("target_pid", subject.pidText()));
            subject.go();
            Map<String, Object> probe = killsnoop.event(e -> true);
            assertEquals(new EnumValue("SIG0", 0), probe.get("signal"));
            Map<String, Object> event = killsnoop.event(e -> true);
            assertEquals(new EnumValue("SIGUSR1", 10), event.get("signal"));
            assertEquals(subject.pid(), event.get("pid"));
            assertEquals(subject.pid(), event.get("target"));
            assertEquals("sh", event.get("comm"));
            assertEquals(0L, event.get("ret"));
        }
    }

    @Test
    void takesTheSignalToShowByName() throws Exception {
        try (Subject subject = Subject.shell("trap : USR1 USR2; kill -USR1 $$; kill -USR2 $$")) {
            Watched killsnoop = trackers.start("killsnoop", Map.of("target_pid", subject.pidText(), "target_signal", "SIGUSR2"));
            subject.go();
            assertEquals(new EnumValue("SIGUSR2", 12), killsnoop.event(e -> true).get("signal"));
        }
    }

    @Test
    void showsTheErrorOfACallThatFailed() throws Exception {
        // a pid beyond what the kernel gives
        try (Subject subject = Subject.shell("kill -0 $$; kill -TERM 2000000000 2> /dev/null")) {
            Watched killsnoop = trackers.start("killsnoop", Map.of("target_pid", subject.pidText(), "failed_only", "true"));
            subject.go();
            Map<String, Object> event = killsnoop.event(e -> true);
            assertEquals(2000000000L, event.get("target"));
            assertEquals(-3L, event.get("ret"));
        }
    }
}

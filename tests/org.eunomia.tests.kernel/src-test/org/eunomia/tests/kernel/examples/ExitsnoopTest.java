package org.eunomia.tests.kernel.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ExitsnoopTest {
    @RegisterExtension
    final Trackers trackers = new Trackers();

    @Test
    void showsExitCodeAndDuration() throws Exception {
        long before = System.nanoTime();
        try (Subject subject = Subject.perl("select(undef, undef, undef, 0.05); exit 3")) {
            Watched exitsnoop = trackers.start("exitsnoop", Map.of("target_pid", subject.pidText()));
            subject.go();
            Map<String, Object> event = exitsnoop.event(e -> true);
            assertEquals(subject.pid(), event.get("pid"));
            assertEquals(ProcessHandle.current().pid(), event.get("ppid"));
            assertEquals("perl", event.get("comm"));
            assertEquals(3L, event.get("exit_code"));
            assertEquals(0L, event.get("signal"));
            long duration = (Long) event.get("duration_ns");
            assertTrue(duration >= TimeUnit.MILLISECONDS.toNanos(50) && duration <= System.nanoTime() - before, "duration " + duration);
        }
    }

    @Test
    void showsTheSignalThatKilled() throws Exception {
        try (Subject subject = Subject.shell("kill -9 $$")) {
            Watched exitsnoop = trackers.start("exitsnoop", Map.of("target_pid", subject.pidText()));
            subject.go();
            Map<String, Object> event = exitsnoop.event(e -> true);
            assertEquals(9L, event.get("signal"));
            assertEquals(0L, event.get("exit_code"));
        }
    }

    @Test
    void leavesSuccessOut() throws Exception {
        try (Subject good = Subject.shell("exit 0"); Subject bad = Subject.shell("exit 7")) {
            Watched exitsnoop = trackers.start("exitsnoop", Map.of("failed_only", "true"));
            good.go();
            good.finish();
            bad.go();
            Map<String, Object> event = exitsnoop.event(e -> e.get("pid").equals(good.pid()) || e.get("pid").equals(bad.pid()));
            assertEquals(7L, event.get("exit_code"));
        }
    }
}

package org.eunomia.tests.kernel.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ExecsnoopTest {
    @RegisterExtension
    final Trackers trackers = new Trackers();

    @Test
    void showsTheArguments() throws Exception {
        try (Subject subject = Subject.shell("exec /bin/echo one 'two  three' ''")) {
            Watched execsnoop = trackers.start("execsnoop", Map.of("target_pid", subject.pidText()));
            subject.go();
            Map<String, Object> event = execsnoop.event(e -> true);
            assertEquals("/bin/echo one two  three ", event.get("args"));
            assertEquals("echo", event.get("comm"));
            assertEquals(subject.pid(), event.get("pid"));
            assertEquals(ProcessHandle.current().pid(), event.get("ppid"));
        }
    }

    @Test
    void cutsLongArgumentsOff() throws Exception {
        try (Subject subject = Subject.shell("exec /bin/echo " + "x".repeat(2000))) {
            Watched execsnoop = trackers.start("execsnoop", Map.of("target_pid", subject.pidText()));
            subject.go();
            assertEquals("/bin/echo " + "x".repeat(511 - "/bin/echo ".length()), execsnoop.event(e -> true).get("args"));
        }
    }

    @Test
    void showsChildrenOfAProcess() throws Exception {
        try (Subject subject = Subject.shell("/bin/true first; /bin/true second")) {
            Watched execsnoop = trackers.start("execsnoop", Map.of("target_ppid", subject.pidText()));
            subject.go();
            assertEquals("/bin/true first", execsnoop.event(e -> true).get("args"));
            assertEquals("/bin/true second", execsnoop.event(e -> true).get("args"));
        }
    }
}

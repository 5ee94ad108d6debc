package org.eunomia.tests.kernel.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ClientTest {
    @RegisterExtension
    final Trackers trackers = new Trackers();

    @Test
    void showsOpen() throws Exception {
        try (Subject subject = Subject.perl("$f = '/etc/hostname'; syscall(2, $f, 0)")) {
            Watched client = trackers.start("client", Map.of());
            subject.go();
            Map<String, Object> event = client.event(e -> e.get("pid").equals(subject.pid()));
            assertEquals("/etc/hostname", event.get("filename"));
            assertEquals(false, event.get("exit_event"));
        }
    }

    @Test
    void firstSiblingShowsExec() throws Exception {
        try (Subject subject = Subject.shell("exec /bin/true")) {
            Watched client = trackers.start("client/client.example1", Map.of("target_pid", subject.pidText()));
            subject.go();
            Map<String, Object> event = client.event(e -> true);
            assertEquals(subject.pid(), event.get("pid"));
            assertEquals(ProcessHandle.current().pid(), event.get("ppid"));
            assertEquals("true", event.get("comm"));
            assertEquals("/bin/true", event.get("filename"));
        }
    }

    @Test
    void secondSiblingShowsExit() throws Exception {
        try (Subject subject = Subject.shell("exit 5")) {
            Watched client = trackers.start("client/client.example2", Map.of("target_pid", subject.pidText()));
            subject.go();
            Map<String, Object> event = client.event(e -> true);
            assertEquals(true, event.get("exit_event"));
            assertEquals(5L, event.get("exit_code"));
            assertEquals(ProcessHandle.current().pid(), event.get("ppid"));
            assertTrue((Long) event.get("duration_ns") > 0, "duration " + event.get("duration_ns"));
        }
    }

    /** The layout that 0.1.0 cast every record to. */
    @Test
    void recordsHaveTheLayoutOfTheOriginal() throws Exception {
        for (String example : new String[] {"client", "client/client.example1", "client/client.example2"}) {
            var schema = ExamplePackagesTest.onlySchema(Scaffold.pack(example));
            assertEquals(168, schema.size());
            assertEquals("pid@0 ppid@4 exit_code@8 duration_ns@16 comm@24 filename@40 exit_event@167", ExamplePackagesTest.offsets(schema));
        }
    }
}

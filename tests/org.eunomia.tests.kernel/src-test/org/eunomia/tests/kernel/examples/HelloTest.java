package org.eunomia.tests.kernel.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HelloTest {
    @RegisterExtension
    final Trackers trackers = new Trackers();

    @Test
    void printsALine() throws Exception {
        try (Subject subject = Subject.shell("exec /bin/true")) {
            Watched hello = trackers.start("hello", Map.of("target_pid", subject.pidText()));
            subject.go();
            Map<String, Object> line = hello.event(e -> e.get("pid").equals(subject.pid()));
            assertEquals("hello from process " + subject.pid(), line.get("message"));
            assertEquals("true", line.get("comm"));
        }
    }
}

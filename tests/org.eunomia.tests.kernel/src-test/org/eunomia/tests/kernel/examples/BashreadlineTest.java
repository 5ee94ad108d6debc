package org.eunomia.tests.kernel.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BashreadlineTest {
    @RegisterExtension
    final Trackers trackers = new Trackers();

    /** bash calls readline on a terminal only: {@code script} gives it one. */
    @Test
    void showsTheLineThatWasTyped() throws Exception {
        try (Subject terminal = Subject.command("script", "-qc", "stty -echo; echo $$; exec bash --norc --noprofile -i", "/dev/null")) {
            String shell = terminal.readLine().strip();
            Watched bashreadline = trackers.start("bashreadline", Map.of("target_pid", shell));
            // The shell waits in readline since before the probe was there, so the first line gets by.
            terminal.type("true");
            terminal.type("echo hello from readline");
            Map<String, Object> event = bashreadline.event(e -> !e.get("line").equals("true"));
            assertEquals("echo hello from readline", event.get("line"));
            assertEquals(Long.valueOf(shell), event.get("pid"));
            assertEquals(0L, event.get("uid"));
            terminal.type("exit");
            terminal.finish();
        }
    }
}

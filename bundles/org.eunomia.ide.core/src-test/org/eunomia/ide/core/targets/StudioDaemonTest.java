package org.eunomia.ide.core.targets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class StudioDaemonTest {
    @Test
    void worksForOneUserOnASocketOnly() {
        assertEquals(List.of("pkexec", "/opt/e/bin/eunomia", "server", "--listen", "none", "--unix", "/run/eunomia/studio-alice.socket", "--peers", "alice:admin", "--state", "none"),
                StudioDaemon.command(Path.of("/opt/e/bin/eunomia"), Path.of("/run/eunomia/studio-alice.socket"), "alice"));
    }
}

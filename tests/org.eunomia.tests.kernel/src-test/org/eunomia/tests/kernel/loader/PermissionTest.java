package org.eunomia.tests.kernel.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.eunomia.tests.kernel.kit.Kernel;
import org.junit.jupiter.api.Test;

class PermissionTest {
    /** Runs {@link Attempt} as root without the capabilities that root usually has. */
    private static List<String> attempt(String capabilities) throws Exception {
        List<String> command = new ArrayList<>(List.of("setpriv", "--bounding-set", capabilities, "--inh-caps=-all"));
        command.addAll(Kernel.javaCommand(Attempt.class));
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        List<String> lines = process.inputReader().lines().toList();
        assertEquals(0, process.waitFor());
        return lines;
    }

    @Test
    void namesTheCapabilitiesThatAreMissing() throws Exception {
        assertEquals(List.of("NotPermitted not permitted to load attempt: root (CAP_BPF, CAP_PERFMON) is needed", "fentry Optional.empty ringbuf Optional.empty"), attempt("-all"));
    }

    @Test
    void loadsWithTheCapabilitiesAlone() throws Exception {
        assertEquals("loaded 1", attempt("-all,+bpf,+perfmon,+dac_read_search").getFirst());
    }
}

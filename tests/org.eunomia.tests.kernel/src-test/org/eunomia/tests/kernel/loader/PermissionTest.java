package org.eunomia.tests.kernel.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.eunomia.tests.kernel.kit.Kernel;
import org.junit.jupiter.api.Test;

class PermissionTest {
    /** Runs {@link Attempt} as root without the capabilities that root usually has. */
    private static List<String> attempt(String capabilities, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("setpriv", "--bounding-set", capabilities, "--inh-caps=-all"));
        command.addAll(Kernel.javaCommand(Attempt.class));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        List<String> lines = process.inputReader().lines().toList();
        assertEquals(0, process.waitFor());
        return lines;
    }

    @Test
    void namesTheCapabilitiesThatAreMissing() throws Exception {
        assertEquals(List.of("NotPermitted not permitted to load attempt: root (CAP_BPF, CAP_PERFMON) is needed", "fentry Optional.empty ringbuf Optional.empty"), attempt("-all"));
    }

    /** Newer kernels do not let those probe user programs who are not nearly root, and the error number does not say so. */
    @Test
    void saysWhatUserProbesNeedBesides() throws Exception {
        String probed = attempt("-all,+bpf,+perfmon,+dac_read_search", "uprobe").getFirst();
        assertTrue(probed.equals("attached") || probed.equals("NotPermitted not permitted to attach program on_user to uprobe//bin/sh:0x100: CAP_SYS_ADMIN is needed; "
                + "this kernel wants it for user probes, besides root (CAP_BPF, CAP_PERFMON): run it as root, or give the process the capability"), probed);
        assertEquals("attached", attempt("-all,+bpf,+perfmon,+dac_read_search,+sys_admin", "uprobe").getFirst());
    }

    @Test
    void loadsWithTheCapabilitiesAlone() throws Exception {
        assertEquals("loaded 1", attempt("-all,+bpf,+perfmon,+dac_read_search").getFirst());
    }
}

package org.eunomia.daemon.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelReadinessTest {
    @TempDir
    Path folder;

    private List<String> missing(String capabilities, boolean btf) throws Exception {
        Path status = Files.writeString(folder.resolve("status"), "Name:\tjava\nCapInh:\t0000000000000000\nCapEff:\t" + capabilities + "\n");
        Path vmlinux = folder.resolve("vmlinux");
        if (btf) Files.write(vmlinux, new byte[1]);
        KernelReadiness readiness = new KernelReadiness(status, vmlinux);
        readiness.set("");
        return readiness.missing();
    }

    @Test
    void saysWhatIsMissing() throws Exception {
        assertEquals(3, missing("0000000000000000", false).size());
        assertEquals(List.of(), missing("000001ffffffffff", true));
        assertEquals(List.of(), missing("000000c000000000", true), "CAP_BPF and CAP_PERFMON will do");
        assertEquals(List.of(), missing("0000000000200000", true), "CAP_SYS_ADMIN too");
        assertTrue(missing("0000008000000000", true).getFirst().contains("CAP_PERFMON"));
    }

    @Test
    void isNotReadyBeforeItIsTold() throws Exception {
        missing("000001ffffffffff", true);
        assertEquals(List.of("the daemon is starting"), new KernelReadiness(folder.resolve("status"), folder.resolve("vmlinux")).missing());
    }
}

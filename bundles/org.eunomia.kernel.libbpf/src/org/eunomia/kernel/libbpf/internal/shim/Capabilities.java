package org.eunomia.kernel.libbpf.internal.shim;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this process may do, from {@code CapEff} in {@code /proc/self/status} (uapi/linux/capability.h). */
public enum Capabilities {
    CAP_NET_ADMIN(12), CAP_SYS_ADMIN(21), CAP_PERFMON(38), CAP_BPF(39);

    /** What loading and attaching tracing programs takes, in words. */
    public static final String TO_LOAD = "root (CAP_BPF, CAP_PERFMON)";

    private final int bit;

    Capabilities(int bit) {
        this.bit = bit;
    }

    /** CAP_SYS_ADMIN stands for all of them, as before Linux 5.8. True when it cannot be told. */
    public boolean held() {
        long effective = effective();
        return (effective >> bit & 1) != 0 || (effective >> CAP_SYS_ADMIN.bit & 1) != 0;
    }

    private static long effective() {
        try (var lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("CapEff:")).findFirst().map(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16)).orElse(-1L);
        } catch (IOException e) {
            return -1;
        }
    }
}

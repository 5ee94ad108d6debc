package org.eunomia.daemon.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eunomia.rest.Readiness;

/** Whether this process could load BPF: its capabilities, and the kernel's BTF. */
final class KernelReadiness implements Readiness {
    private static final int CAP_SYS_ADMIN = 21;
    private static final int CAP_PERFMON = 38;
    private static final int CAP_BPF = 39;
    private final Path status;
    private final Path btf;
    private volatile String notYet = "the daemon is starting";

    KernelReadiness() {
        this(Path.of("/proc/self/status"), btf(Path.of("/sys/kernel/btf/vmlinux")));
    }

    KernelReadiness(Path status, Path btf) {
        this.status = status;
        this.btf = btf;
    }

    /** Of a kernel without types of its own, what the engine uses in their place. */
    private static Path btf(Path own) {
        String file = System.getProperty("eunomia.btf", "");
        return file.isEmpty() || Files.exists(own) ? own : Path.of(file);
    }

    /** @param reason why not even then, empty when all else is there */
    void set(String reason) {
        notYet = reason;
    }

    @Override
    public List<String> missing() {
        List<String> missing = new ArrayList<>();
        if (!notYet.isEmpty()) missing.add(notYet);
        long capabilities = capabilities();
        boolean all = has(capabilities, CAP_SYS_ADMIN);
        if (!all && !has(capabilities, CAP_BPF)) missing.add("the capability CAP_BPF: run as root, or give it to the service");
        if (!all && !has(capabilities, CAP_PERFMON)) missing.add("the capability CAP_PERFMON: run as root, or give it to the service");
        if (!Files.isReadable(btf)) missing.add("the kernel's BTF, " + btf + ": a kernel built with CONFIG_DEBUG_INFO_BTF");
        return missing;
    }

    private static boolean has(long capabilities, int capability) {
        return (capabilities >>> capability & 1) != 0;
    }

    private long capabilities() {
        try {
            for (String line : Files.readAllLines(status)) if (line.startsWith("CapEff:")) return Long.parseUnsignedLong(line.substring(7).strip(), 16);
        } catch (IOException | NumberFormatException e) {
            // Then none are known of.
        }
        return 0;
    }
}

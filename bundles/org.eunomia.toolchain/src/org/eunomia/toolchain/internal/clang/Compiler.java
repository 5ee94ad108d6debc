package org.eunomia.toolchain.internal.clang;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A clang on this machine.
 *
 * @param version  of the major release
 * @param launcher command that starts it, none for the path itself
 */
public record Compiler(Path path, int version, List<String> launcher) {
    private static final Path PRLIMIT = Path.of("/usr/bin/prlimit");
    private static final Path SETPRIV = Path.of("/usr/bin/setpriv");
    private static final Map<String, String> KERNEL_ARCHITECTURES = Map.of("amd64", "x86", "aarch64", "arm64", "ppc64le", "powerpc", "s390x", "s390",
            "riscv64", "riscv", "loongarch64", "loongarch");
    private static final Map<String, String> MULTIARCH = Map.of("amd64", "x86_64-linux-gnu", "aarch64", "aarch64-linux-gnu", "arm", "arm-linux-gnueabihf",
            "ppc64le", "powerpc64le-linux-gnu", "s390x", "s390x-linux-gnu", "riscv64", "riscv64-linux-gnu");

    public Compiler(Path path, int version) {
        this(path, version, List.of());
    }

    /** The same with bounds for sources of strangers, as far as the host has the commands for it: on memory and CPU time, and no capabilities of its own. */
    public Compiler limited() {
        List<String> before = new ArrayList<>();
        if (Files.isExecutable(PRLIMIT)) before.addAll(List.of(PRLIMIT.toString(), "--as=" + (4L << 30), "--cpu=60", "--core=0"));
        if (Files.isExecutable(SETPRIV)) before.addAll(List.of(SETPRIV.toString(), "--inh-caps=-all", "--ambient-caps=-all", "--no-new-privs"));
        return new Compiler(path, version, before);
    }

    /** How a command line begins. */
    public List<String> command() {
        List<String> command = new ArrayList<>(launcher);
        command.add(path.toString());
        return command;
    }

    /** Changes when another compiler is installed under the same name. */
    public String identity() throws IOException {
        Path real = path.toRealPath();
        return real + " " + Files.size(real) + " " + Files.getLastModifiedTime(real).toMillis();
    }

    /** The word of libbpf's {@code bpf_tracing.h} for this host: its macro is {@code __TARGET_ARCH_} and this. */
    static String architecture() {
        String arch = System.getProperty("os.arch");
        return KERNEL_ARCHITECTURES.getOrDefault(arch, arch);
    }

    /** Where this host keeps the headers that depend on its architecture. For the target bpf clang does not look there by itself. */
    static Path architectureHeaders() {
        return Path.of("/usr/include", MULTIARCH.getOrDefault(System.getProperty("os.arch"), "none"));
    }
}

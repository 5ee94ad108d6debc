package org.eunomia.toolchain.internal.clang;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A clang on this machine.
 *
 * @param version of the major release
 */
public record Compiler(Path path, int version) {
    private static final Map<String, String> KERNEL_ARCHITECTURES = Map.of("amd64", "x86", "aarch64", "arm64", "ppc64le", "powerpc", "s390x", "s390",
            "riscv64", "riscv", "loongarch64", "loongarch");
    private static final Map<String, String> MULTIARCH = Map.of("amd64", "x86_64-linux-gnu", "aarch64", "aarch64-linux-gnu", "arm", "arm-linux-gnueabihf",
            "ppc64le", "powerpc64le-linux-gnu", "s390x", "s390x-linux-gnu", "riscv64", "riscv64-linux-gnu");

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

package org.eunomia.tests.kernel.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Compiles BPF programs that stand in a test. */
public final class BpfSource {

    private BpfSource() { }

    /** The ELF object of {@code source}, which starts with helpers and the usual types included and ends with a GPL licence. */
    public static byte[] compile(String name, String source) {
        try {
            Path folder = Files.createTempDirectory("eunomia-bpf");
            try {
                return compile(folder, name, source);
            } finally {
                try (var files = Files.list(folder)) {
                    for (Path file : files.toList()) Files.delete(file);
                }
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] compile(Path folder, String name, String source) throws IOException {
        Path file = Files.writeString(folder.resolve(name + ".bpf.c"), """
                #include <linux/bpf.h>
                #include <stdbool.h>
                #include <bpf/bpf_helpers.h>
                #include <bpf/bpf_tracing.h>
                #include <bpf/bpf_core_read.h>
                char LICENSE[] SEC("license") = "GPL";
                #line 1
                """ + source);
        Path object = folder.resolve(name + ".o");
        List<String> command = new ArrayList<>(List.of("clang", "-g", "-O2", "-target", "bpf", "-D__TARGET_ARCH_x86", "-I", headers().toString(),
                "-I", "/usr/include/x86_64-linux-gnu", "-Werror=implicit-function-declaration", "-c", file.getFileName().toString(), "-o", object.toString()));
        Process clang = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        String output = new String(clang.getInputStream().readAllBytes());
        try {
            if (clang.waitFor() != 0) throw new IllegalArgumentException(output);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return Files.readAllBytes(object);
    }

    /** {@code native/target/include} of the checkout that the test runs in. */
    private static Path headers() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path headers = folder.resolve("native/target/include");
            if (Files.isDirectory(headers)) return headers;
        }
        throw new IllegalStateException("no native/target/include above " + Path.of("").toAbsolutePath() + ": run native/build");
    }
}

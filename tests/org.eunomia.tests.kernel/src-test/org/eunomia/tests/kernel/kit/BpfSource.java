package org.eunomia.tests.kernel.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** Compiles BPF programs that stand in a test. */
public final class BpfSource {
    private static final List<String> HEADERS = List.of("linux/bpf.h", "linux/ptrace.h", "stdbool.h", "bpf/bpf_helpers.h", "bpf/bpf_tracing.h", "bpf/bpf_core_read.h");

    private BpfSource() { }

    /** The ELF object of {@code source}, with helpers and types included and a GPL licence; {@code ME} is the process that runs it. */
    public static byte[] compile(String name, String source) {
        boolean arm = System.getProperty("os.arch").equals("aarch64");
        List<String> command = new ArrayList<>(List.of("clang", "-g", "-O2", "-target", "bpf", "-D__TARGET_ARCH_" + (arm ? "arm64" : "x86"),
                "-DME=(bpf_get_current_pid_tgid() >> 32)", "-I", Checkout.file("native/target/include").toString(),
                "-idirafter", "/usr/include/" + (arm ? "aarch64" : "x86_64") + "-linux-gnu", "-Werror=implicit-function-declaration", "-c"));
        for (String header : HEADERS) command.addAll(List.of("-include", header));
        try {
            return Files.readAllBytes(Compiled.of(name + ".bpf.c", source + "\nchar LICENSE[] SEC(\"license\") = \"GPL\";\n", command));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

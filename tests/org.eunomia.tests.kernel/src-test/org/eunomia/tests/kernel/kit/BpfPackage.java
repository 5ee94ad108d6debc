package org.eunomia.tests.kernel.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.spec.Package;
import org.eunomia.toolchain.BuildSpec;
import org.eunomia.toolchain.Toolchain;
import org.eunomia.toolchain.ToolchainConfig;

/** Packages built by the toolchain from programs that stand in a test. */
public final class BpfPackage {
    private static final String HEAD = """
            #include "vmlinux.h"
            #include <bpf/bpf_helpers.h>
            #include <bpf/bpf_tracing.h>
            #include <bpf/bpf_core_read.h>
            char LICENSE[] SEC("license") = "GPL";
            #line 1
            """;

    private static final Map<String, Package> BUILT = new ConcurrentHashMap<>();

    private BpfPackage() { }

    /** Builds the same but once. */
    public static Package build(String name, String source) {
        return BUILT.computeIfAbsent(name + "\n" + source, key -> compile(name, source));
    }

    private static Package compile(String name, String source) {
        try {
            Path folder = Files.createTempDirectory("eunomia-package");
            try {
                Path file = Files.writeString(folder.resolve(name + ".bpf.c"), HEAD + source);
                return Toolchain.find(config()).build(BuildSpec.of(file)).pack();
            } finally {
                try (var files = Files.list(folder)) {
                    for (Path f : files.toList()) Files.delete(f);
                }
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (OperationFailedException e) {
            throw new IllegalStateException(e.getMessage() + "\n" + e.failure().log(), e);
        }
    }

    private static ToolchainConfig config() {
        ToolchainConfig given = ToolchainConfig.fromEnvironment();
        if (!given.includes().isEmpty()) return given;
        return new ToolchainConfig(given.clang(), List.of(Checkout.file("native/target/include"), Checkout.file("bpf-scaffold/include")), given.cache(), null);
    }
}

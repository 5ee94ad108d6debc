package org.eunomia.cli.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eunomia.core.HostExamination;
import org.eunomia.core.OperationFailedException;
import org.eunomia.toolchain.Toolchain;
import org.eunomia.toolchain.ToolchainConfig;

/** Whether sources can be compiled here. Packages run without. */
final class ToolExamination implements HostExamination {
    private static final String PACKAGES = "; packages run without";
    private final ToolchainConfig config;

    ToolExamination(ToolchainConfig config) {
        this.config = config;
    }

    @Override
    public List<Finding> examine() {
        return List.of(clang(), headers(), cache());
    }

    private Finding clang() {
        try {
            Toolchain toolchain = Toolchain.find(config);
            return Finding.good("clang", toolchain.clangVersion() + ", " + toolchain.clang());
        } catch (OperationFailedException e) {
            return new Finding("clang", State.LIMITED, e.failure().summary() + PACKAGES, e.failure().hint());
        }
    }

    private Finding headers() {
        for (Path folder : config.includes()) if (Files.exists(folder.resolve("bpf/bpf_helpers.h"))) return Finding.good("libbpf headers", folder.toString());
        return new Finding("libbpf headers", State.LIMITED, "none come with this installation" + PACKAGES, "sources need -I with the folder that has bpf/bpf_helpers.h");
    }

    private Finding cache() {
        Path folder = config.cache().toAbsolutePath();
        Path there = folder;
        while (there.getParent() != null && !Files.exists(there)) there = there.getParent();
        if (!Files.isDirectory(there) || !Files.isWritable(there)) {
            return new Finding("vmlinux.h", State.LIMITED, folder + " cannot be written: nothing is kept between compilations", "set XDG_CACHE_HOME to a folder that can");
        }
        return Finding.good("vmlinux.h", has(folder) ? "kept in " + folder : "made at the first compilation, and kept in " + folder);
    }

    private static boolean has(Path folder) {
        if (!Files.isDirectory(folder)) return false;
        try (Stream<Path> files = Files.walk(folder, 3)) {
            return files.anyMatch(f -> f.endsWith("vmlinux.h") && size(f) > 0);
        } catch (IOException | java.io.UncheckedIOException e) {
            return false;
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }
}

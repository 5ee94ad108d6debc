package org.eunomia.toolchain;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Where the toolchain finds what it needs.
 *
 * @param clang    a path, or a name to be looked up in {@code PATH}; empty for the newest clang in {@code PATH}
 * @param includes folders with libbpf's headers and the scaffold's, in the order in which they are searched
 * @param cache    folder for generated kernel headers; made when it is not there
 * @param btf      file with the types that {@code vmlinux.h} is made of, null for those of the running kernel
 */
public record ToolchainConfig(String clang, List<Path> includes, Path cache, Path btf) {
    public ToolchainConfig {
        includes = List.copyOf(includes);
    }

    /**
     * Environment variables {@code EUNOMIA_CLANG} and {@code XDG_CACHE_HOME}; system property {@code eunomia.include}, a path list, or the folder
     * {@code include} of the product at {@code eunomia.home}; system property {@code eunomia.btf}, the types of a kernel that has none of its own.
     */
    public static ToolchainConfig fromEnvironment() {
        String clang = System.getenv().getOrDefault("EUNOMIA_CLANG", "");
        return new ToolchainConfig(clang, includePath(), cacheFolder().resolve("eunomia"), kernelTypes());
    }

    private static List<Path> includePath() {
        String path = System.getProperty("eunomia.include", "");
        if (!path.isEmpty()) return Arrays.stream(path.split(File.pathSeparator)).filter(s -> !s.isEmpty()).map(Path::of).toList();
        String home = System.getProperty("eunomia.home", "");
        return home.isEmpty() ? List.of() : List.of(Path.of(home, "include"));
    }

    private static Path kernelTypes() {
        String file = System.getProperty("eunomia.btf", "");
        return file.isEmpty() || Files.exists(Path.of("/sys/kernel/btf/vmlinux")) ? null : Path.of(file);
    }

    private static Path cacheFolder() {
        String xdg = System.getenv().getOrDefault("XDG_CACHE_HOME", "");
        return xdg.startsWith("/") ? Path.of(xdg) : Path.of(System.getProperty("user.home"), ".cache");
    }

    public ToolchainConfig withBtf(Path file) {
        return new ToolchainConfig(clang, includes, cache, file);
    }
}

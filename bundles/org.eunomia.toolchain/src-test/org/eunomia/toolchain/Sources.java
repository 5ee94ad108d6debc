package org.eunomia.toolchain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.schema.Type;
import org.eunomia.core.spec.MapSpec;
import org.eunomia.core.spec.Output;

/**
 * Writes sources into a folder and builds them with the machine's clang. Kernel types come from a small {@code vmlinux.h} of its own and so do the
 * helpers, so that the tests need neither BTF nor libbpf.
 */
final class Sources {
    private final Path folder;

    Sources(Path folder) {
        this.folder = folder;
    }

    static final String HELPERS = """
            typedef unsigned char u8; typedef unsigned short u16; typedef unsigned int u32; typedef unsigned long long u64; typedef int pid_t; typedef _Bool bool;
            #define SEC(name) __attribute__((section(name), used))
            #define __uint(name, val) int (*name)[val]
            #define __type(name, val) typeof(val) *name
            #define __always_inline inline __attribute__((always_inline))
            static long (*const bpf_map_update_elem)(void *map, const void *key, const void *value, u64 flags) = (void *) 2;
            static void *(*const bpf_map_lookup_elem)(void *map, const void *key) = (void *) 1;
            static long (*const bpf_map_delete_elem)(void *map, const void *key) = (void *) 3;
            static u64 (*const bpf_get_current_pid_tgid)(void) = (void *) 14;
            static long (*const bpf_perf_event_output)(void *ctx, void *map, u64 flags, void *data, u64 size) = (void *) 25;
            static long (*const bpf_ringbuf_output)(void *ringbuf, void *data, u64 size, u64 flags) = (void *) 130;
            static void *(*const bpf_ringbuf_reserve)(void *ringbuf, u64 size, u64 flags) = (void *) 131;
            static void (*const bpf_ringbuf_submit)(void *data, u64 flags) = (void *) 132;
            char LICENSE[] SEC("license") = "GPL";
            """;

    Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    Toolchain toolchain() throws OperationFailedException {
        return Toolchain.find(new ToolchainConfig("", List.of(), folder.resolve("cache"), null));
    }

    BuildResult build(String text) throws IOException, OperationFailedException {
        write("helpers.h", HELPERS);
        return toolchain().build(BuildSpec.of(write("x.bpf.c", "#include \"helpers.h\"\n" + text)));
    }

    /** The map of that name in {@code result}. */
    static MapSpec map(BuildResult result, String name) {
        return result.pack().maps().stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow(() -> new AssertionError("no map " + name));
    }

    /** The names of the types that a buffer carries. */
    static List<String> events(BuildResult result, String map) {
        if (map(result, map).output() instanceof Output.Events e) return e.variants().stream().map(v -> v.schema().name()).toList();
        throw new AssertionError(map + " shows " + map(result, map).output());
    }

    /** The layout of the only type that a buffer carries. */
    static Type.Struct event(BuildResult result, String map) {
        Output.Events e = (Output.Events) map(result, map).output();
        if (e.variants().size() != 1) throw new AssertionError(e.toString());
        return (Type.Struct) e.variants().get(0).schema().type();
    }

    Failure failure(String text) throws IOException {
        try {
            build(text);
        } catch (OperationFailedException e) {
            return e.failure();
        }
        throw new AssertionError("the source compiled");
    }
}

package org.eunomia.toolchain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.schema.Type;
import org.eunomia.elf.ElfFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelHeaderTest {
    private static final String PROGRAM = """
            #include "vmlinux.h"
            #define SEC(name) __attribute__((section(name), used))
            const volatile struct of_kernel *keep;
            const volatile unsigned int size = sizeof(struct of_kernel);
            SEC("xdp") int handle(void *ctx) { return 0; }
            char LICENSE[] SEC("license") = "GPL";
            """;

    @TempDir
    Path folder;

    /** The BTF of an object stands in for a kernel's. */
    private ToolchainConfig config(int length) throws Exception {
        Sources sources = new Sources(folder.resolve("kernel"));
        Path source = sources.write("kernel.bpf.c", "struct of_kernel { int numbers[" + length + "]; }; struct of_kernel *kept;\n");
        byte[] object = sources.toolchain().build(BuildSpec.of(source)).pack().object();
        var section = ElfFile.parse(object).section(".BTF").orElseThrow().content();
        byte[] btf = new byte[section.limit()];
        section.get(0, btf);
        return new ToolchainConfig("", List.of(), folder.resolve("cache"), Files.write(folder.resolve("btf"), btf));
    }

    private static String size(BuildResult result) {
        return result.pack().params().stream().filter(p -> p.name().equals("size")).findFirst().orElseThrow().defaultValue();
    }

    private List<Path> cached(String end) throws Exception {
        try (Stream<Path> files = Files.walk(folder.resolve("cache"))) {
            return files.filter(f -> f.toString().endsWith(end)).toList();
        }
    }

    @Test
    void makesHeaderOfBtfAndKeepsIt() throws Exception {
        Path source = new Sources(folder).write("p.bpf.c", PROGRAM);
        Toolchain toolchain = Toolchain.find(config(5));
        assertEquals("20", size(toolchain.build(BuildSpec.of(source))));
        List<Path> made = cached("");
        assertEquals(1, cached(".pch").size());
        assertEquals("20", size(toolchain.build(BuildSpec.of(source))));
        assertEquals(made, cached(""));
    }

    @Test
    void makesAnotherForAnotherKernel() throws Exception {
        Path source = new Sources(folder).write("p.bpf.c", PROGRAM);
        assertEquals("20", size(Toolchain.find(config(5)).build(BuildSpec.of(source))));
        assertEquals("28", size(Toolchain.find(config(7)).build(BuildSpec.of(source))));
    }

    @Test
    void prefersTheOneBesideTheSource() throws Exception {
        Sources sources = new Sources(folder.resolve("own"));
        Path source = sources.write("p.bpf.c", PROGRAM);
        sources.write("vmlinux.h", "#ifndef __VMLINUX_H__\n#define __VMLINUX_H__\nstruct of_kernel { char c; };\n#endif\n");
        BuildResult result = Toolchain.find(config(5)).build(BuildSpec.of(source));
        assertEquals("1", size(result));
        assertEquals(1, cached(".pch").size(), "that one is precompiled too");
        sources.write("vmlinux.h", "struct of_kernel { char c[3]; };\n");
        assertEquals("3", size(Toolchain.find(config(5)).build(BuildSpec.of(source))));
    }

    @Test
    void needsNoneWhenTheSourceDoesNot() throws Exception {
        ToolchainConfig nowhere = new ToolchainConfig("", List.of(), folder.resolve("cache"), folder.resolve("no-btf"));
        Path source = new Sources(folder).write("p.bpf.c", PROGRAM.replace("#include \"vmlinux.h\"", "struct of_kernel { long l; };"));
        assertEquals("8", size(Toolchain.find(nowhere).build(BuildSpec.of(source))));
    }

    @Test
    void saysThatThereIsNoBtf() throws Exception {
        ToolchainConfig nowhere = new ToolchainConfig("", List.of(), folder.resolve("cache"), folder.resolve("no-btf"));
        Path source = new Sources(folder).write("p.bpf.c", PROGRAM);
        OperationFailedException e = assertThrows(OperationFailedException.class, () -> Toolchain.find(nowhere).build(BuildSpec.of(source)));
        assertEquals("the kernel's types for vmlinux.h: there is no " + folder.resolve("no-btf"), e.failure().summary());
    }

    @Test
    void survivesSeveralBuildsAtOnceAndADamagedCache() throws Exception {
        Path source = new Sources(folder).write("p.bpf.c", PROGRAM);
        ToolchainConfig config = config(5);
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<BuildResult>> builds = new ArrayList<>();
            for (int i = 0; i < 4; i++) builds.add(threads.submit(() -> Toolchain.find(config).build(BuildSpec.of(source))));
            byte[] first = builds.get(0).get().pack().object();
            for (Future<BuildResult> b : builds) assertArrayEquals(first, b.get().pack().object());
        }
        Files.writeString(cached(".pch").get(0), "damaged");
        assertEquals("20", size(Toolchain.find(config).build(BuildSpec.of(source))));
    }

    @Test
    void leavesUserTypesOutOfTheWay() throws Exception {
        Path source = new Sources(folder).write("p.bpf.c", PROGRAM + """
                struct event { struct of_kernel k; /* all of it */ };
                struct { int (*type)[27]; int (*max_entries)[4096]; } rb SEC(".maps");
                static long (*const bpf_ringbuf_output)(void *ringbuf, void *data, unsigned long long size, unsigned long long flags) = (void *) 130;
                SEC("xdp") int other(void *ctx) { struct event e = {}; bpf_ringbuf_output(&rb, &e, sizeof(e), 0); return 0; }
                """);
        Type.Struct event = Sources.event(Toolchain.find(config(5)).build(BuildSpec.of(source)), "rb");
        assertTrue(event.fields().get(0).type() instanceof Type.Struct);
        assertEquals("all of it", event.fields().get(0).comment());
    }
}

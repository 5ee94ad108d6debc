package org.eunomia.toolchain.internal.code;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eunomia.elf.ElfFile;
import org.eunomia.toolchain.BuildSpec;
import org.eunomia.toolchain.Toolchain;
import org.eunomia.toolchain.ToolchainConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HelperCallsTest {
    @TempDir
    Path folder;

    @Test
    void knowsMapsAndConstantsOfCalls() throws Exception {
        Path source = java.nio.file.Files.writeString(folder.resolve("x.bpf.c"), """
                struct { int (*type)[27]; int (*max_entries)[4096]; } rb __attribute__((section(".maps"), used));
                static long (*const output)(void *, void *, unsigned long long, unsigned long long) = (void *) 130;
                static unsigned (*const any)(void) = (void *) 7;
                __attribute__((section("xdp"), used)) int handle(void *ctx) {
                    char event[24] = {};
                    output(&rb, event, 24, 0);
                    output(&rb, event, any() & 15, 0);
                    return 0;
                }
                """);
        byte[] object = Toolchain.find(new ToolchainConfig("", List.of(), folder.resolve("cache"), null)).build(BuildSpec.of(source).withCountLosses(false)).pack().object();
        List<HelperCalls.HelperCall> calls = HelperCalls.read(ElfFile.parse(object));
        assertEquals(List.of(130, 7, 130), calls.stream().map(c -> c.helper()).toList());
        assertEquals(Map.of(0, "rb"), calls.get(0).maps());
        assertEquals(24, calls.get(0).constants().get(2));
        assertEquals(null, calls.get(2).constants().get(2));
    }
}

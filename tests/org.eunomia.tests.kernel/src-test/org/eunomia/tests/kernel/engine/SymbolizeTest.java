package org.eunomia.tests.kernel.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eunomia.core.StackFrame;
import org.eunomia.core.TrackerId;
import org.eunomia.core.TrackerService;
import org.eunomia.tests.kernel.kit.CProgram;
import org.eunomia.tests.kernel.kit.ResidueCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ResidueCheck.class)
class SymbolizeTest {
    /** Prints addresses of functions: its own, a static one, one of libc and one of the vdso. */
    private static final String SOURCE = """
            #define _GNU_SOURCE
            #include <stdio.h>
            #include <string.h>
            #include <sys/auxv.h>
            #include <unistd.h>
            #include <elf.h>
            int visible(int x) { return x * 3; }
            static __attribute__((noinline)) int hidden(int x) { return x * 5; }
            int main(int argc, char **argv) {
              printf("%lx %lx %lx %lx\\n", (long)visible, (long)hidden + 1, (long)fputs + 2, getauxval(AT_SYSINFO_EHDR) + 0x10);
              fflush(stdout);
              getchar();
              return visible(argc) + hidden(argc);
            }
            """;

    private static TrackerId start(TrackerService engine) throws Exception {
        return engine.start(EngineKit.calls(1, 4096)).id();
    }

    @Test
    void namesFunctionsOfAProcessAlsoWhenItHasExited() throws Exception {
        Path program = CProgram.compile(SOURCE);
        Process process = new ProcessBuilder(program.toString()).start();
        try (TrackerService engine = EngineKit.engine(); BufferedReader out = process.inputReader(); Writer in = process.outputWriter()) {
            TrackerId id = start(engine);
            String[] printed = out.readLine().split(" ");
            long[] addresses = new long[printed.length];
            for (int i = 0; i < addresses.length; i++) addresses[i] = Long.parseUnsignedLong(printed[i], 16);
            List<StackFrame> frames = engine.symbolize(id, (int) process.pid(), addresses);
            assertEquals(new StackFrame(addresses[0], "visible", 0, program.toString()), frames.get(0));
            assertEquals(new StackFrame(addresses[1], "hidden", 1, program.toString()), frames.get(1));
            assertTrue(frames.get(2).symbol().endsWith("fputs") && frames.get(2).offset() == 2 && frames.get(2).module().contains("libc"), frames.get(2).toString());
            assertEquals("[vdso]", frames.get(3).module());
            in.close();
            process.waitFor();
            assertEquals(frames, engine.symbolize(id, (int) process.pid(), addresses));
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void namesKernelFunctions() throws Exception {
        String line = Files.readAllLines(Path.of("/proc/kallsyms")).stream().filter(l -> l.endsWith(" T vfs_read")).findFirst().orElseThrow();
        long address = Long.parseUnsignedLong(line.substring(0, line.indexOf(' ')), 16);
        try (TrackerService engine = EngineKit.engine()) {
            assertEquals(List.of(new StackFrame(address + 7, "vfs_read", 7, "[kernel]")), engine.symbolize(start(engine), 0, new long[] {address + 7}));
        }
    }
}

package org.eunomia.tests.kernel.kit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;

/**
 * A process that calls its function {@code int tick(long)} exactly as often as it is told, with 0, 1, 2 … across all calls; {@code tick} returns twice
 * its argument. Made for uprobes, which give tests an exact number of events that no other process adds to.
 */
public final class Ticker implements AutoCloseable {
    private static final String SOURCE = """
            #include <stdio.h>
            #include <sys/prctl.h>
            __attribute__((noinline)) int tick(long n) { __asm__ volatile("" : "+r"(n)); return (int)n * 2; }
            int main(void)
            {
                long next = 0, count;
                prctl(PR_SET_NAME, "eunomia-tick");
                while (scanf("%ld", &count) == 1) {
                    while (count-- > 0) tick(next++);
                    puts("done");
                    fflush(stdout);
                }
                return 0;
            }
            """;
    public static final String NAME = "eunomia-tick";

    private final Path program;
    private final Process process;
    private final Writer in;
    private final BufferedReader out;

    private Ticker(Path program, Process process) {
        this.program = program;
        this.process = process;
        this.in = process.outputWriter();
        this.out = process.inputReader();
    }

    public static Ticker start() throws IOException {
        Path program = Compiled.of("tick.c", SOURCE, List.of("gcc", "-O1", "-rdynamic"));
        return new Ticker(program, new ProcessBuilder(program.toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    public Path program() {
        return program;
    }

    public int pid() {
        return (int) process.pid();
    }

    /** Returns when all calls are done. */
    public void tick(int times) throws IOException {
        in.write(times + "\n");
        in.flush();
        if (!"done".equals(out.readLine())) throw new IOException("the ticker is gone");
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}

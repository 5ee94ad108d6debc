package org.eunomia.engine.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eunomia.core.Failure.VerifierRejected;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineFindingLoaderTest {
    private static byte[] object;

    @BeforeAll
    static void compile(@TempDir Path folder) throws IOException, InterruptedException {
        Path source = Files.writeString(folder.resolve("twice.bpf.c"), """
                static long (*look)(void *map, void *key) = (void *)1;
                volatile long seen;
                __attribute__((section("other"))) int before(void *ctx) { return 1; }
                __attribute__((section("tp"))) int first(void *ctx)
                {
                    seen = look(ctx, ctx);
                    seen = look(ctx, ctx);
                    return 0;
                }
                __attribute__((section("tp"))) int second(void *ctx)
                {
                    seen = look(ctx, ctx);
                    return 0;
                }
                """);
        Path output = folder.resolve("twice.o");
        assertEquals(0, new ProcessBuilder("clang", "-g", "-O2", "-target", "bpf", "-c", source.toString(), "-o", output.toString()).inheritIO().start().waitFor());
        object = Files.readAllBytes(output);
    }

    private static VerifierRejected rejected(String program, int instruction, String text) {
        return new VerifierRejected(program, 13, "R0 invalid mem access 'scalar'", "", 0, text, "", instruction + ": (85) call bpf_map_lookup_elem#1\nR0 …\n");
    }

    private static int line(String program, int instruction) {
        return ((VerifierRejected) LineFindingLoader.withLine(rejected(program, instruction, "seen = look(ctx, ctx);"), object)).line();
    }

    @Test
    void findsTheLineOfAProgram() {
        VerifierRejected found = (VerifierRejected) LineFindingLoader.withLine(rejected("second", 100, "seen = look(ctx, ctx);"), object);
        assertEquals("twice.bpf.c:12", Path.of(found.file()).getFileName() + ":" + found.line());
    }

    @Test
    void tellsLinesOfTheSameTextApartByTheInstruction() {
        assertEquals(6, line("first", 2));
        assertEquals(7, line("first", 8));
    }

    @Test
    void leavesARefusalAloneWhoseLineIsNowhere() {
        VerifierRejected rejected = rejected("first", 2, "not in there");
        assertSame(rejected, LineFindingLoader.withLine(rejected, object));
    }

    @Test
    void leavesARefusalOfADamagedObjectAlone() {
        VerifierRejected rejected = rejected("first", 2, "seen = look(ctx, ctx);");
        assertSame(rejected, LineFindingLoader.withLine(rejected, new byte[7]));
    }
}

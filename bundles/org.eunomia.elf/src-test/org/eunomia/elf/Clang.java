package org.eunomia.elf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs the machine's clang for tests. */
final class Clang {
    private Clang() { }

    /** The object that {@code source} compiles to; {@code target} is {@code bpfel} or {@code bpfeb}. */
    static byte[] compile(String target, String source) {
        return compile(target, "-g", source);
    }

    static byte[] compile(String target, String debug, String source) {
        try {
            Path dir = Files.createTempDirectory("elf-test");
            try {
                Path c = Files.writeString(dir.resolve("x.bpf.c"), source);
                run(dir, "clang", debug, "-O2", "-target", target, "-c", c.toString(), "-o", dir.resolve("x.o").toString());
                return Files.readAllBytes(dir.resolve("x.o"));
            } finally {
                for (Path p : new Path[] {dir.resolve("x.bpf.c"), dir.resolve("x.o"), dir}) Files.deleteIfExists(p);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Fails the test with the tool's output when it does not succeed. */
    static void run(Path dir, String... command) throws IOException {
        Process process = new ProcessBuilder(command).directory(dir.toFile()).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) throw new AssertionError(String.join(" ", command) + "\n" + output);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}

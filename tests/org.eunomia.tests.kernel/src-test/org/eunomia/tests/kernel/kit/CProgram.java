package org.eunomia.tests.kernel.kit;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compiles programs for this machine that stand in a test. */
public final class CProgram {
    private CProgram() { }

    /** @return a new executable, which the caller deletes */
    public static Path compile(String source) throws IOException {
        Path file = Files.createTempFile("eunomia-program", "");
        Process cc = new ProcessBuilder("cc", "-O2", "-x", "c", "-", "-o", file.toString()).redirectErrorStream(true).start();
        try (Writer in = cc.outputWriter()) {
            in.write(source);
        }
        String output = new String(cc.getInputStream().readAllBytes());
        try {
            if (cc.waitFor() != 0) throw new IOException(output);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        return file;
    }
}

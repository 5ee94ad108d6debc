package org.eunomia.tests.kernel.kit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Compiles programs for this machine that stand in a test. */
public final class CProgram {
    private CProgram() { }

    /** @return an executable, which others use too */
    public static Path compile(String source) throws IOException {
        return Compiled.of("program.c", source, List.of("gcc", "-O2"));
    }
}

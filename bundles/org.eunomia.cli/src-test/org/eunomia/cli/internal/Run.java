package org.eunomia.cli.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.eunomia.core.TrackerService;

/** One call of the command line within the test's process. */
record Run(int code, String out, String err) {
    static Run of(String... args) {
        return in(Path.of(""), null, args);
    }

    /** @param runtime null for commands that need none */
    static Run in(Path folder, TrackerService runtime, String... args) {
        return in(folder, runtime, new byte[0], args);
    }

    static Run in(Path folder, TrackerService runtime, byte[] input, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Session session = new Session(new ByteArrayInputStream(input), out, new PrintStream(err, true, StandardCharsets.UTF_8), false, false, Map.of(), folder,
                new StopSignal(), () -> {
                    if (runtime == null) throw new AssertionError("this command must not need a runtime");
                    return runtime;
                });
        int code = Main.run(args, session);
        return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}

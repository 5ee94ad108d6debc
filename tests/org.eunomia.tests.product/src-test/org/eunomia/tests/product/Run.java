package org.eunomia.tests.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process whose output goes to files, so that it never waits for a reader. */
record Run(Process process, Path output, Path errors) implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    static Run start(Path directory, List<String> command) throws IOException {
        return start(directory, command, System.getenv());
    }

    /** @param directory for the files of the output */
    static Run start(Path directory, List<String> command, Map<String, String> environment) throws IOException {
        Path output = Files.createTempFile(directory, "run", ".out");
        Path errors = Files.createTempFile(directory, "run", ".err");
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(output.toFile()).redirectError(errors.toFile());
        builder.environment().keySet().retainAll(environment.keySet());
        builder.environment().putAll(environment);
        return new Run(builder.start(), output, errors);
    }

    List<String> lines() throws IOException {
        return Files.readAllLines(output);
    }

    String said() throws IOException {
        return Files.readString(output) + Files.readString(errors);
    }

    /** The exit status. */
    int await() throws IOException, InterruptedException {
        if (!process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("still running after " + LIMIT + ": " + said());
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}

package org.eunomia.tests.kernel.examples;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process of the test's own to be traced. It does nothing until it is told to go, so that a tracker can be set to its pid before. */
final class Subject implements AutoCloseable {
    private final Process process;

    private Subject(String... command) throws IOException {
        process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    /** A POSIX shell that runs {@code script} when told to. */
    static Subject shell(String script) throws IOException {
        return new Subject("sh", "-c", "read go; " + script);
    }

    /** Perl, which makes any system call by number. Debian has it on every machine. */
    static Subject perl(String script) throws IOException {
        return new Subject("perl", "-e", "$| = 1; <STDIN>; " + script);
    }

    /** Runs at once; what it reads and prints is for the test. */
    static Subject command(String... command) throws IOException {
        return new Subject(command);
    }

    long pid() {
        return process.pid();
    }

    String pidText() {
        return Long.toString(process.pid());
    }

    void go() throws IOException {
        type("");
    }

    void type(String line) throws IOException {
        process.outputWriter().write(line + "\n");
        process.outputWriter().flush();
    }

    String readLine() throws IOException {
        return process.inputReader().readLine();
    }

    /** Waits for its end. The lines that it printed, without those read before. */
    List<String> finish() throws Exception {
        List<String> lines = new ArrayList<>();
        BufferedReader out = process.inputReader();
        for (String line = out.readLine(); line != null; line = out.readLine()) lines.add(line);
        if (!process.waitFor(60, TimeUnit.SECONDS)) throw new IllegalStateException("does not end: " + process.info());
        return lines;
    }

    @Override
    public void close() throws Exception {
        process.destroyForcibly().waitFor();
    }
}

package org.eunomia.tests.kernel.hooks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A process that unlinks files when told. Ends with the test, as do its files. */
final class UnlinkingProcess implements AutoCloseable {
    private final Path folder;
    private final Process process;

    UnlinkingProcess() throws IOException {
        folder = Files.createTempDirectory("eunomia-unlink");
        // perl's own unlink asks first whether the file is there
        process = new ProcessBuilder("perl", "-e", "$| = 1; while (<STDIN>) { chomp; print syscall(87, $_) == 0 ? \"0\\n\" : $!+0 . \"\\n\" }")
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    String pid() {
        return Long.toString(process.pid());
    }

    /** A new file. */
    Path file(String name) throws IOException {
        return Files.createFile(folder.resolve(name));
    }

    Path missing(String name) {
        return folder.resolve(name);
    }

    /** The error number that the process got, 0 for none. */
    int unlink(Path file) throws IOException {
        process.outputWriter().write(file + "\n");
        process.outputWriter().flush();
        return Integer.parseInt(process.inputReader().readLine());
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly().onExit().join();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) Files.delete(file);
        }
        Files.delete(folder);
    }
}

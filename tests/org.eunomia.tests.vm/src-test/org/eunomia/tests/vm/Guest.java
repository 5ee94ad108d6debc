package org.eunomia.tests.vm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Boots {@code kernel} in QEMU and runs a JVM in it over a throw-away copy of this machine's file system.
 *
 * @param boot   the script that boots
 * @param output folder for what the guest leaves behind: its console and what the JVM writes to {@link #SHARE}
 */
record Guest(GuestKernel kernel, Path boot, Path output) {
    /** Where the guest finds {@link #share()}. */
    static final Path SHARE = Path.of("/run/share");

    Path share() {
        return output.resolve("share");
    }

    Path console() {
        return output.resolve("console.log");
    }

    /** Returns when the guest has powered off. Fails when that takes longer than {@code limit}, and then leaves no QEMU running. */
    int java(Path directory, List<String> arguments, Duration limit) throws IOException, InterruptedException {
        Files.createDirectories(share());
        Files.write(share().resolve("arguments"), arguments.stream().map(Guest::quoted).toList());
        Files.writeString(share().resolve("run"), """
                export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=%s LANG=C.UTF-8
                cd '%s' && exec '%s/bin/java' @%s/arguments
                """.formatted(System.getProperty("user.home"), directory, System.getProperty("java.home"), SHARE));
        Process qemu = new ProcessBuilder(boot.toString(), kernel.version(), share().toString())
                .redirectErrorStream(true)
                .redirectOutput(console().toFile())
                .start();
        try {
            if (!qemu.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("the guest did not finish in " + limit.toMinutes() + " minutes. " + consoleEnd());
            }
            return qemu.exitValue();
        } finally {
            qemu.descendants().forEach(ProcessHandle::destroyForcibly);
            qemu.destroyForcibly();
        }
    }

    String consoleEnd() throws IOException {
        List<String> lines = Files.readAllLines(console(), StandardCharsets.ISO_8859_1);
        return "The end of its console (" + console() + "):\n" + String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
    }

    /** As files of arguments for {@code java} want it. */
    private static String quoted(String argument) {
        return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}

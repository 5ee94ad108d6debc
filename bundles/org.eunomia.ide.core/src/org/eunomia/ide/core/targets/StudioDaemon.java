package org.eunomia.ide.core.targets;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;

/**
 * A daemon with the rights that this process lacks, for one user on this host: the command line that comes with this installation, started by polkit's {@code pkexec}. It listens on
 * a unix socket only, which lets that user and root in, keeps nothing, and runs until the host or somebody ends it.
 */
public final class StudioDaemon {
    /** A person types a password meanwhile. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long LOOKING_MILLIS = 200;

    private StudioDaemon() { }

    /** What is run. */
    static List<String> command(Path program, Path socket, String user) {
        return List.of("pkexec", program.toString(), "server", "--listen", "none", "--unix", socket.toString(), "--peers", user + ":admin", "--state", "none");
    }

    /** Blocks until the daemon can be called. An interrupt ends it before it is there. */
    public static void start() throws OperationFailedException, InterruptedException {
        Path socket = new LocalHost(System.getenv()).socket();
        Path log = logFile();
        Process process;
        try {
            process = new ProcessBuilder(command(program(), socket, System.getProperty("user.name"))).redirectErrorStream(true).redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(log.toFile()).start();
        } catch (IOException e) {
            throw failure("pkexec cannot be run", "install polkit, or run as root: eunomia server --peers " + System.getProperty("user.name") + ":admin", e);
        }
        try {
            await(process, socket, log);
        } catch (OperationFailedException | InterruptedException e) {
            process.destroy();
            throw e;
        }
    }

    private static void await(Process process, Path socket, Path log) throws OperationFailedException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.isWritable(socket)) {
            if (process.waitFor(LOOKING_MILLIS, TimeUnit.MILLISECONDS)) throw ended(process.exitValue(), log);
            if (System.nanoTime() > end) throw failure("it is not there after " + PATIENCE.toMinutes() + " minutes", "its log is " + log, null);
        }
    }

    /** pkexec's manual has the codes. */
    private static OperationFailedException ended(int code, Path log) {
        return switch (code) {
            case 126 -> failure("the dialog for the password was closed", "", null);
            case 127 -> failure("not authorised, or there is no polkit agent to ask", "run as root: eunomia server --peers " + System.getProperty("user.name") + ":admin", null);
            default -> failure("it ended with code " + code + lastLine(log), "its log is " + log, null);
        };
    }

    private static String lastLine(Path log) {
        try {
            List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
            return lines.isEmpty() ? "" : ": " + lines.getLast();
        } catch (IOException e) {
            return "";
        }
    }

    private static OperationFailedException failure(String reason, String hint, Exception cause) {
        return new OperationFailedException(new Failure.Unavailable("local daemon", reason, hint), cause);
    }

    private static Path logFile() throws OperationFailedException {
        try {
            return Files.createTempFile("eunomia-daemon-", ".log");
        } catch (IOException e) {
            throw failure("no file can be made for its log", "", e);
        }
    }

    /** That of the product or of the checkout; elsewhere the one that is installed on this host. */
    private static Path program() throws OperationFailedException {
        Path home = Path.of(System.getProperty("eunomia.home", "/usr"));
        for (Path p : List.of(home.resolve("bin/eunomia"), home.resolve("eunomia"), Path.of("/usr/bin/eunomia"))) if (Files.isExecutable(p) && Files.isRegularFile(p)) return p;
        throw failure("there is no command line with this installation", "install eunomia, and run as root: eunomia server --peers " + System.getProperty("user.name") + ":admin", null);
    }
}

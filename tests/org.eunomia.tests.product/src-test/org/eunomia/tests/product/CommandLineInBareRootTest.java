package org.eunomia.tests.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CommandLineInBareRootTest {
    private static final String TRACKER = "/root/opensnoop.json";

    @RegisterExtension
    static final BareRoot ROOT = new BareRoot();

    /** Outside, where clang is; without the headers of the machine, with those of the product. */
    @BeforeAll
    static void buildTracker() throws Exception {
        Path source = ROOT.home().resolve("bpf-scaffold/examples/opensnoop/opensnoop.bpf.c");
        try (Run build = Run.start(ROOT.root().resolve("tmp"),
                List.of(ROOT.home().resolve("bin/eunomia").toString(), "build", source.toString(), "-o", ROOT.root() + TRACKER))) {
            assertEquals(0, build.await(), build.said());
        }
    }

    @Test
    void saysItsVersion() throws Exception {
        try (Run run = ROOT.eunomia("--version")) {
            assertEquals(0, run.await(), run.said());
            assertTrue(run.said().startsWith("eunomia 1."), run.said());
        }
    }

    @Test
    void deliversEventsOfThisProcess() throws Exception {
        Path opened = ROOT.root().resolve("tmp/opened-by-the-test");
        Files.createFile(opened);
        try (Run run = ROOT.eunomia("run", TRACKER, "--target-pid", Long.toString(ProcessHandle.current().pid()), "-o", "json", "--count", "1")) {
            openUntil(opened, () -> !run.process().isAlive());
            assertEquals(0, run.await(), run.said());
            assertTrue(run.lines().getFirst().contains("\"filename\":\"" + opened + '"'), run.said());
        }
    }

    @Test
    void stopsWhenAskedTo() throws Exception {
        Path opened = ROOT.root().resolve("tmp/opened-before-the-stop");
        Files.createFile(opened);
        try (Run run = ROOT.eunomia("run", TRACKER, "--target-pid", Long.toString(ProcessHandle.current().pid()), "-o", "json")) {
            openUntil(opened, () -> !run.process().isAlive() || has(run, "filename"));
            run.process().destroy();
            assertEquals(0, run.await(), run.said());
        }
    }

    @Test
    void servesOthersAndEndsInOrder() throws Exception {
        String host = "unix:/tmp/daemon.socket";
        Path opened = Files.createFile(ROOT.root().resolve("tmp/opened-for-the-daemon"));
        try (Run daemon = ROOT.eunomia("server", "--listen", "none", "--unix", "/tmp/daemon.socket", "--token-file", "/tmp/daemon.tokens", "--state", "/tmp/daemon.state")) {
            await(daemon, "event=started");
            try (Run start = ROOT.eunomia("start", TRACKER, "--name", "bare", "--persistent", "--target-pid", Long.toString(ProcessHandle.current().pid()), "--host", host)) {
                assertEquals(0, start.await(), start.said());
            }
            try (Run events = ROOT.eunomia("events", "bare", "--count", "1", "-o", "json", "--host", host)) {
                openUntil(opened, () -> !events.process().isAlive());
                assertEquals(0, events.await(), events.said());
                assertTrue(events.lines().getFirst().contains("\"event\":{\"pid\":" + ProcessHandle.current().pid() + ','), events.said());
            }
            daemon.process().destroy();
            daemon.await();
            assertTrue(daemon.said().contains("event=stopped in-order=true"), daemon.said());
        }
        try (Run again = ROOT.eunomia("server", "--listen", "none", "--unix", "/tmp/daemon.socket", "--token-file", "/tmp/daemon.tokens", "--state", "/tmp/daemon.state")) {
            await(again, "event=restored tracker=1 name=bare");
            again.process().destroy();
            again.await();
        }
    }

    private static void await(Run daemon, String text) throws Exception {
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (!daemon.said().contains(text)) {
            assertTrue(daemon.process().isAlive() && System.nanoTime() < deadline, daemon.said());
            LockSupport.parkNanos(20_000_000);
        }
    }

    @Test
    void saysWhatToInstallForSources() throws Exception {
        try (Run run = ROOT.eunomia("run", "/eunomia/bpf-scaffold/examples/hello/hello.bpf.c")) {
            assertEquals(1, run.await(), run.said());
            assertTrue(run.said().contains("clang"), run.said());
        }
    }

    private static boolean has(Run run, String text) {
        try {
            return Files.readString(run.output()).contains(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void openUntil(Path file, BooleanSupplier done) throws IOException {
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (!done.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, "no event came");
            Files.newInputStream(file).close();
            LockSupport.parkNanos(5_000_000);
        }
    }
}

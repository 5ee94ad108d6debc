package org.eunomia.tests.kernel.daemon;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import org.eunomia.client.RemoteTarget;
import org.eunomia.client.RemoteTrackerService;
import org.eunomia.core.DaemonRunner;
import org.eunomia.core.PackageDocuments;
import org.eunomia.tests.kernel.kit.Await;
import org.eunomia.tests.kernel.kit.Kernel;

/** A daemon in a process of its own, which keeps its state in a folder and listens on a unix socket there. */
public final class DaemonProcess implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(60);
    private final Process process;
    private final Path folder;

    private DaemonProcess(Process process, Path folder) {
        this.process = process;
        this.folder = folder;
    }

    /**
     * Returns once it is ready, with what is persistent brought back.
     *
     * @param settings further ones, as {@code name=value}
     */
    public static DaemonProcess start(Path folder, String... settings) throws Exception {
        List<String> command = new ArrayList<>(Kernel.javaCommand(DaemonProcess.class));
        command.add(folder.toString());
        command.addAll(List.of(settings));
        Path log = folder.resolve("log");
        Files.deleteIfExists(log);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        DaemonProcess daemon = new DaemonProcess(process, folder);
        try {
            Await.until("the daemon is ready", START, () -> !process.isAlive() || Files.readString(log).contains("event=started"), () -> { });
            if (!process.isAlive()) throw new AssertionError(Files.readString(log));
            return daemon;
        } catch (Exception | Error e) {
            daemon.close();
            throw e;
        }
    }

    /** What runs in it. */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        Map<String, String> settings = new HashMap<>(Map.of("listen", "none", "unix", folder.resolve("socket").toString(), "token-file", folder.resolve("tokens").toString(),
                "state", folder.resolve("state").toString()));
        for (String setting : List.of(args).subList(1, args.length)) settings.put(setting.replaceAll("=.*", ""), setting.replaceAll("^[^=]*=", ""));
        Thread serving = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            serving.interrupt();
            try {
                serving.join();
            } catch (InterruptedException e) {
                // ends without order
            }
        }));
        ServiceLoader.load(DaemonRunner.class).findFirst().orElseThrow().run(settings, Map.of(), System.out::println);
    }

    public RemoteTrackerService client() throws Exception {
        RemoteTarget target = RemoteTarget.of(URI.create("unix:" + folder.resolve("socket")), Optional.empty());
        return RemoteTrackerService.of(target, ServiceLoader.load(PackageDocuments.class).findFirst().orElseThrow());
    }

    /** Its unix socket, as the command line takes it. */
    public String host() {
        return "unix:" + folder.resolve("socket");
    }

    /** Where it listens over TCP. */
    URI address() throws IOException {
        return URI.create(log().replaceAll("(?s).*listens=(http://[0-9.:]+).*", "$1"));
    }

    public long pid() {
        return process.pid();
    }

    /** Tells it to end. @return how long that took */
    Duration terminate() throws InterruptedException {
        long began = System.nanoTime();
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) throw new AssertionError("it does not end");
        return Duration.ofNanos(System.nanoTime() - began);
    }

    public String log() throws IOException {
        return Files.readString(folder.resolve("log"));
    }

    /** By SIGKILL, and waits for its end. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}

package org.eunomia.daemon.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import org.eunomia.core.CommandShell;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.PackageDocuments;
import org.eunomia.core.ServedTrackers;
import org.eunomia.core.SourceCompiler;
import org.eunomia.core.TrackerService;
import org.eunomia.rest.Endpoint;
import org.eunomia.rest.RestServer;

/** A daemon from its start to its end. It closes the tracker service that it is given. */
final class RunningDaemon implements AutoCloseable {
    private final TrackerService service;
    private final ServedTrackers served;
    private final RestServer server;
    private final KernelReadiness readiness;
    private final LogLines log;
    private final Duration stopTime;
    private boolean closed;

    private RunningDaemon(TrackerService service, ServedTrackers served, RestServer server, KernelReadiness readiness, LogLines log, Duration stopTime) {
        this.service = service;
        this.served = served;
        this.server = server;
        this.readiness = readiness;
        this.log = log;
        this.stopTime = stopTime;
    }

    /** Listens first, so that a second daemon ends before it touches anything; is ready once persistent trackers are back. */
    static RunningDaemon start(DaemonConfig config, TrackerService service, PackageDocuments all, Optional<CommandShell> shell, Optional<SourceCompiler> compiler, LogLines log)
            throws OperationFailedException {
        PackageDocuments documents = SignedDocuments.of(all, config.requiredKeys());
        try {
            folders(config);
            TokenFile tokens = TokenFile.open(config.tokenFile());
            if (config.noAuth()) log.line("warning", "no-auth", "meaning", "every process on this machine that reaches the port may load BPF programs and see what all others do");
            PersistentTrackers persistent = config.state().isEmpty() ? null : new PersistentTrackers(service, documents, StateFolder.open(config.state().get().resolve("trackers")), log);
            KernelReadiness readiness = new KernelReadiness();
            TrackerService served = persistent == null ? service : persistent.remembering();
            RestServer server = RestServer.start(config.rest(), served, documents,
                    new ConfiguredAccess(tokens, config.noAuth(), config.peers(), config.certificates()), readiness, log, shell, compiler);
            RunningDaemon daemon = new RunningDaemon(service, new ServedTrackers(served, documents), server, readiness, log, config.stopTime());
            try {
                int restored = persistent == null ? 0 : persistent.restore();
                readiness.set("");
                log.line("info", "started", "version", DaemonConfig.VERSION, "listens", String.join(",", server.addresses()), "tokens", config.tokenFile(), "restored", restored,
                        "missing", String.join("; ", readiness.missing()));
                if (config.console() && shell.isPresent()) Console.start(shell.get(), served, documents);
                return daemon;
            } catch (IOException | RuntimeException e) {
                daemon.close();
                throw e;
            }
        } catch (IOException e) {
            throw new OperationFailedException(new Failure.Unavailable("the files of the daemon", e.getClass().getSimpleName() + " " + e.getMessage(), ""), e);
        }
    }

    private static void folders(DaemonConfig config) throws IOException {
        make(config.tokenFile());
        for (Endpoint e : config.rest().endpoints()) if (e instanceof Endpoint.Unix unix) make(unix.path());
    }

    private static void make(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(folder)) return;
        Files.createDirectories(folder);
        // Whatever the umask: peers have to get to the socket, and tokens keep others out themselves.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    ServedTrackers served() {
        return served;
    }

    RestServer server() {
        return server;
    }

    /** Ends all trackers, which readers are told, then the server. Takes no longer than the stop time, by much: what is left then ends with the process. */
    @Override
    public synchronized void close() {
        if (closed) return;
        closed = true;
        readiness.set("the daemon is stopping");
        log.line("info", "stopping");
        Thread end = Thread.ofPlatform().daemon().name("eunomia-stop").start(() -> {
            service.close();
            try {
                server.drain(stopTime);
            } catch (InterruptedException e) {
                // out of time
            }
            server.close();
        });
        try {
            boolean inTime = end.join(stopTime);
            log.line(inTime ? "info" : "warning", "stopped", "in-order", inTime);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

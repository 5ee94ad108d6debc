package org.eunomia.rest.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eunomia.core.CommandShell;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.PackageDocuments;
import org.eunomia.core.SourceCompiler;
import org.eunomia.core.TrackerService;
import org.eunomia.rest.Access;
import org.eunomia.rest.Endpoint;
import org.eunomia.rest.Readiness;
import org.eunomia.rest.RestConfig;
import org.eunomia.rest.RestLog;
import org.eunomia.rest.RestServer;
import org.eunomia.wire.Json;

/** Puts the parts together on Jetty. */
public final class JettyServer implements RestServer {
    private final Server server;
    private final GracefulHandler graceful;
    private final ExecutorService calls;
    private final Listeners listeners;

    private JettyServer(Server server, GracefulHandler graceful, ExecutorService calls, Listeners listeners) {
        this.server = server;
        this.graceful = graceful;
        this.calls = calls;
        this.listeners = listeners;
    }

    public static RestServer start(RestConfig config, TrackerService service, PackageDocuments documents, Access access, Readiness readiness, RestLog log,
            Optional<CommandShell> shell, Optional<SourceCompiler> compiler) throws OperationFailedException {
        QueuedThreadPool threads = new QueuedThreadPool(32, 2);
        threads.setName("eunomia-rest");
        threads.setDaemon(true);
        threads.setVirtualThreadsExecutor(VirtualThreads.getNamedVirtualThreadsExecutor("eunomia-request-"));
        Server server = new Server(threads);
        ExecutorService calls = PlatformCalls.executor();
        GracefulHandler graceful = new GracefulHandler();
        graceful.setHandler(front(config, PlatformCalls.of(service, calls), documents, access, readiness, log, shell, compiler));
        server.setHandler(graceful);
        server.setErrorHandler((request, response, callback) -> {
            int status = request.getAttribute(ErrorHandler.ERROR_STATUS) instanceof Integer i ? i : 500;
            Problems.answer(response, callback, status, Problems.malformed(status, (String) request.getAttribute(ErrorHandler.ERROR_MESSAGE)), Map.of());
            return true;
        });
        JettyServer started = new JettyServer(server, graceful, calls, new Listeners(server, config));
        try {
            started.listeners.add();
            server.start();
            started.listeners.started();
            return started;
        } catch (OperationFailedException e) {
            started.close();
            throw e;
        } catch (Exception e) {
            started.close();
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new OperationFailedException(new Failure.Unavailable("cannot listen on " + config.endpoints(), String.valueOf(cause.getMessage()), ""), e);
        }
    }

    private static FrontHandler front(RestConfig config, TrackerService service, PackageDocuments documents, Access access, Readiness readiness, RestLog log,
            Optional<CommandShell> shell, Optional<SourceCompiler> compiler) {
        Trackers trackers = new Trackers(service, config.limits().trackers());
        Metrics metrics = new Metrics(trackers);
        List<Route> all = new ArrayList<>();
        all.addAll(new TrackerRoutes(trackers, new Starts(documents)).routes());
        all.addAll(new EventRoutes(trackers, config.limits().readers()).routes());
        all.addAll(new MapRoutes(trackers).routes());
        all.addAll(new HookRoutes(trackers).routes());
        all.addAll(new SystemRoutes(trackers, readiness, metrics, config.version(), () -> Json.write(OpenApi.document(all))).routes());
        all.addAll(new CompileRoutes(documents, compiler, config.limits().compilations()).routes());
        all.addAll(new ShellRoutes(service, documents, shell).routes());
        all.addAll(new OldRoutes(trackers, documents).routes());
        return new FrontHandler(new Guard(hosts(config), config.origins()), new Callers(access), new Routes(all), config.limits(), metrics, log);
    }

    private static Set<String> hosts(RestConfig config) {
        Set<String> hosts = new HashSet<>();
        for (String host : config.hosts()) hosts.add(host.toLowerCase(Locale.ROOT));
        for (Endpoint e : config.endpoints()) if (e instanceof Endpoint.Tcp tcp) hosts.add(tcp.host().toLowerCase(Locale.ROOT));
        return hosts;
    }

    @Override
    public List<String> addresses() {
        return listeners.addresses();
    }

    @Override
    public boolean drain(Duration timeout) throws InterruptedException {
        try {
            graceful.shutdown().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            // What is to be let go of is let go of all the same.
        }
        server.destroy();
        calls.shutdownNow();
        listeners.close();
    }
}

package org.eunomia.rest.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.eunomia.core.OperationFailedException;
import org.eunomia.rest.Readiness;
import org.eunomia.rest.Role;
import org.eunomia.rest.internal.Route.Body;
import org.eunomia.wire.Documents;
import org.eunomia.wire.Lists;

/** What a daemon tells of itself. */
final class SystemRoutes {
    private final Trackers trackers;
    private final Readiness readiness;
    private final Metrics metrics;
    private final String version;
    private final Instant started = Instant.now();
    private final Supplier<byte[]> openApi;

    SystemRoutes(Trackers trackers, Readiness readiness, Metrics metrics, String version, Supplier<byte[]> openApi) {
        this.trackers = trackers;
        this.readiness = readiness;
        this.metrics = metrics;
        this.version = version;
        this.openApi = openApi;
    }

    List<Route> routes() {
        Body text = new Body("text/plain", String.class, "it answers");
        return List.of(
                new Route("GET", "/v1/info", Optional.of(Role.VIEWER), "info", "The daemon, its host, and who the caller is", Map.of(), null,
                        Map.of(200, Body.json(Lists.Info.class, "the facts")), this::info),
                new Route("GET", "/healthz", Optional.empty(), "health", "Whether the daemon answers", Map.of(), null, Map.of(200, text), x -> x.answer(200, "text/plain", "ok\n".getBytes())),
                new Route("GET", "/readyz", Optional.empty(), "ready", "Whether trackers could be started now", Map.of(), null,
                        Map.of(200, Body.json(Lists.Ready.class, "they could"), 503, Body.json(Lists.Ready.class, "what is missing")), this::ready),
                new Route("GET", "/metrics", Optional.of(Role.VIEWER), "metrics", "Figures for Prometheus", Map.of(), null,
                        Map.of(200, new Body(Metrics.MEDIA_TYPE, String.class, "the figures")), x -> x.answer(200, Metrics.MEDIA_TYPE, metrics.text())),
                new Route("GET", "/openapi.json", Optional.empty(), "openapi", "This document", Map.of(), null,
                        Map.of(200, Body.json(Object.class, "OpenAPI 3.1")), x -> x.answer(200, "application/json", openApi.get())));
    }

    private void info(Exchange x) throws OperationFailedException, IOException {
        x.json(200, Documents.toJson(new Lists.Info(version, List.of("v1"), host(), System.getProperty("os.version"), System.getProperty("os.arch"), started,
                x.caller().name(), x.caller().role().name().toLowerCase(Locale.ROOT), trackers.running().size())));
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    private void ready(Exchange x) throws IOException {
        List<String> missing = new ArrayList<>(readiness.missing());
        x.json(missing.isEmpty() ? 200 : 503, Documents.toJson(new Lists.Ready(missing.isEmpty(), missing)));
    }
}

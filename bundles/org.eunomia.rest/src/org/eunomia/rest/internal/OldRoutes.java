package org.eunomia.rest.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.PackageDocuments;
import org.eunomia.core.StartSpec;
import org.eunomia.core.TrackerId;
import org.eunomia.core.TrackerInfo;
import org.eunomia.core.spec.Package;
import org.eunomia.rest.Role;
import org.eunomia.rest.internal.Route.Body;
import org.eunomia.wire.Json;

/**
 * The three calls of 0.1.0, in flat arrays as text: {@code ["status","ok","id",3]}. Different from then, the id is the tracker's, what does not load is an error
 * and is not listed, and what has ended is not listed. What it answered 404 to without a body it still does.
 */
final class OldRoutes {
    private static final String TEXT = "text/plain";
    private static final List<Object> ERROR = List.of("status", "error");
    private final Trackers trackers;
    private final PackageDocuments documents;

    OldRoutes(Trackers trackers, PackageDocuments documents) {
        this.trackers = trackers;
        this.documents = documents;
    }

    List<Route> routes() {
        Body ok = new Body(TEXT, String.class, "a flat array");
        Body none = Body.none("the body is not what it should be");
        return List.of(
                new Route("POST", "/start", Optional.of(Role.OPERATOR), "oldStart", "Starts a package, as in 0.1.0", Map.of(), new Body(TEXT, String.class, "the request of 0.1.0, or a package"),
                        Map.of(200, ok, 400, new Body(TEXT, String.class, "the package is invalid"), 404, none, 422, new Body(TEXT, String.class, "the kernel refused it"),
                                429, new Body(TEXT, String.class, "too many trackers run")), this::start),
                new Route("POST", "/stop", Optional.of(Role.OPERATOR), "oldStop", "Stops a tracker, as in 0.1.0", Map.of(), new Body(TEXT, String.class, "{\"id\":3}"),
                        Map.of(200, ok, 404, none), this::stop),
                new Route("GET", "/list", Optional.of(Role.VIEWER), "oldList", "Lists trackers, as in 0.1.0", Map.of(), null, Map.of(200, ok), this::list));
    }

    private static void flat(Exchange x, int status, List<Object> array) throws IOException {
        x.answer(status, TEXT, Json.write(array));
    }

    private static Map<?, ?> members(Exchange x) throws OperationFailedException, HttpFailureException, IOException {
        byte[] body = x.body();
        try {
            return Exchange.json(body) instanceof Map<?, ?> members ? members : null;
        } catch (OperationFailedException e) {
            return null;
        }
    }

    private void start(Exchange x) throws OperationFailedException, HttpFailureException, IOException {
        Map<?, ?> request = members(x);
        if (request == null) {
            x.answer(404, TEXT, new byte[0]);
            return;
        }
        boolean bare = !request.containsKey("args") && !request.containsKey("export_handlers") && (request.containsKey("data") || request.containsKey("object"));
        if (!bare && !"hotupdate".equals(request.get("name"))) {
            flat(x, 200, ERROR);
            return;
        }
        try {
            flat(x, 200, List.of("status", "ok", "id", (long) start(x, bare, request).id().value()));
        } catch (OperationFailedException e) {
            flat(x, Statuses.of(e.failure()), List.of("status", "error", "message", e.failure().summary()));
        }
    }

    private TrackerInfo start(Exchange x, boolean bare, Map<?, ?> request) throws OperationFailedException {
        boolean hasArgument = request.get("args") instanceof List<?> args && !args.isEmpty() && args.getFirst() instanceof String;
        String document = hasArgument ? (String) ((List<?>) request.get("args")).getFirst() : "";
        Package pack = documents.read("in the request", bare ? Json.write(request) : document.getBytes(StandardCharsets.UTF_8));
        x.changes("start", "hotupdate", () -> documents.digest(pack));
        return trackers.start(new StartSpec(pack, bare ? "" : "hotupdate", Map.of(), Map.of()));
    }

    private void stop(Exchange x) throws OperationFailedException, HttpFailureException, IOException {
        Map<?, ?> request = members(x);
        if (request == null || !(request.get("id") instanceof Long id)) {
            x.answer(404, TEXT, new byte[0]);
            return;
        }
        x.changes("stop", id.toString());
        boolean runs = trackers.running().stream().anyMatch(t -> t.id().value() == id);
        if (runs) trackers.service().stop(new TrackerId(id.intValue()));
        flat(x, 200, List.of("status", "ok"));
    }

    private void list(Exchange x) throws OperationFailedException, IOException {
        List<Object> list = new ArrayList<>();
        for (TrackerInfo t : trackers.running()) list.add(List.of((long) t.id().value(), t.name()));
        flat(x, 200, List.of("status", "ok", "list", list));
    }
}

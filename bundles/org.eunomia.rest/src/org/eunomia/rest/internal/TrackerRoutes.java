package org.eunomia.rest.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eunomia.core.LossLedger;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.TrackerId;
import org.eunomia.core.TrackerInfo;
import org.eunomia.core.TrackerStats;
import org.eunomia.core.UpdateReport;
import org.eunomia.core.VerifyReport;
import org.eunomia.core.spec.MapSpec;
import org.eunomia.rest.Role;
import org.eunomia.rest.internal.Route.Body;
import org.eunomia.wire.Documents;
import org.eunomia.wire.Durations;
import org.eunomia.wire.Lists;
import org.eunomia.wire.StartRequest;

/** Starting, seeing, replacing and stopping. */
final class TrackerRoutes {
    private static final Optional<Role> VIEWER = Optional.of(Role.VIEWER);
    private static final Optional<Role> OPERATOR = Optional.of(Role.OPERATOR);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
    private static final Body START = Body.json(StartRequest.class, "a request, or a package document alone");
    private final Trackers trackers;
    private final Starts starts;

    TrackerRoutes(Trackers trackers, Starts starts) {
        this.trackers = trackers;
        this.starts = starts;
    }

    List<Route> routes() {
        Map<String, String> update = new LinkedHashMap<>(Starts.QUERY);
        update.keySet().removeAll(List.of("name", "label.*", "timeToLive", "persistent"));
        update.put("carryMaps", "go on with the content of maps that both generations have in equal shape");
        return List.of(
                new Route("GET", "/v1/trackers", VIEWER, "listTrackers", "All trackers in the order of their start", Map.of("state", "only those in it: running, stopped, failed"), null,
                        Map.of(200, Body.json(Lists.Trackers.class, "the trackers")), this::list),
                new Route("POST", "/v1/trackers", OPERATOR, "startTracker", "Starts a tracker", Starts.QUERY, START,
                        Map.of(201, Body.json(TrackerInfo.class, "it runs"), 413, problem("the body is too large"), 422, problem("the kernel refused it"),
                                429, problem("too many run")), this::start),
                new Route("GET", "/v1/trackers/{id}", VIEWER, "showTracker", "One tracker, by id or name", Map.of(), null,
                        Map.of(200, Body.json(TrackerInfo.class, "the tracker"), 404, problem("there is none")), this::show),
                new Route("DELETE", "/v1/trackers/{id}", OPERATOR, "stopTracker", "Stops a tracker", Map.of(), null,
                        Map.of(204, Body.none("it has ended, now or before"), 404, problem("there is none")), this::stop),
                new Route("PUT", "/v1/trackers/{id}/package", OPERATOR, "updateTracker", "Replaces the package of a running tracker without a gap", update, START,
                        Map.of(200, Body.json(UpdateReport.class, "the new generation runs"), 404, problem("there is none"), 409, problem("it has ended"),
                                422, problem("the kernel refused it; the old generation goes on")), this::update),
                new Route("GET", "/v1/trackers/{id}/update", VIEWER, "lastUpdate", "The report on the last replacement", Map.of("wait", "for it to be settled, at most so long"), null,
                        Map.of(200, Body.json(UpdateReport.class, "the report"), 404, problem("there was none")), this::lastUpdate),
                new Route("GET", "/v1/trackers/{id}/schema", VIEWER, "trackerSchema", "Layouts of its records, keys and values", Map.of(), null,
                        Map.of(200, Body.json(Lists.Maps.class, "its maps with their types"), 404, problem("there is none")), this::schema),
                new Route("GET", "/v1/trackers/{id}/losses", VIEWER, "trackerLosses", "Where its records went", Map.of(), null,
                        Map.of(200, Body.json(LossLedger.class, "the ledger"), 404, problem("there is none")), this::losses),
                new Route("GET", "/v1/trackers/{id}/stats", VIEWER, "trackerStats", "What it costs", Map.of(), null,
                        Map.of(200, Body.json(TrackerStats.class, "the statistics"), 404, problem("there is none")), this::stats),
                new Route("POST", "/v1/trackers/{id}/symbolize", VIEWER, "symbolize", "Names the frames of a stack", Map.of(), Body.json(Lists.Stack.class, "the stack"),
                        Map.of(200, Body.json(Lists.Frames.class, "its frames"), 404, problem("there is none")), this::symbolize),
                new Route("POST", "/v1/verify", OPERATOR, "verify", "Loads a package without attaching it", Starts.QUERY, START,
                        Map.of(200, Body.json(VerifyReport.class, "what the kernel said, be it yes or no")), this::verify));
    }

    static Body problem(String description) {
        return new Body("application/problem+json", Map.class, description);
    }

    private void list(Exchange x) throws OperationFailedException, IOException {
        List<TrackerInfo> all = trackers.service().list();
        if (x.query("state").isPresent()) {
            TrackerInfo.State wanted = Starts.document(Lists.Filter.class, Map.of("state", x.query("state").get())).state();
            all = all.stream().filter(t -> t.state() == wanted).toList();
        }
        x.json(200, Documents.toJson(new Lists.Trackers(all)));
    }

    private void start(Exchange x) throws OperationFailedException, HttpFailureException, IOException {
        Starts.Start start = starts.read(x);
        x.changes("start", start.spec().name().isEmpty() ? start.spec().pack().name() : start.spec().name(), start.digest());
        TrackerInfo info = trackers.start(start.spec());
        x.setHeader("Location", "/v1/trackers/" + info.id());
        x.json(201, Documents.toJson(info));
    }

    private void show(Exchange x) throws OperationFailedException, IOException {
        x.json(200, Documents.toJson(trackers.service().show(trackers.find(x.path("id")))));
    }

    private void stop(Exchange x) throws OperationFailedException, IOException {
        x.changes("stop", x.path("id"));
        trackers.service().stop(trackers.find(x.path("id")));
        x.answer(204, "", new byte[0]);
    }

    private void update(Exchange x) throws OperationFailedException, HttpFailureException, IOException {
        TrackerId id = trackers.find(x.path("id"));
        Starts.Start start = starts.read(x);
        x.changes("update", x.path("id"), start.digest());
        x.json(200, Documents.toJson(trackers.service().update(id, start.spec(), start.carryMaps())));
    }

    private void lastUpdate(Exchange x) throws OperationFailedException, IOException, InterruptedException {
        Duration wait;
        try {
            wait = Durations.parse(x.query("wait").orElse("0s"));
        } catch (IllegalArgumentException e) {
            throw Exchange.invalid("wait", e.getMessage());
        }
        if (wait.compareTo(LONGEST_WAIT) > 0) wait = LONGEST_WAIT;
        x.json(200, Documents.toJson(trackers.service().lastUpdate(trackers.find(x.path("id")), wait)));
    }

    private void schema(Exchange x) throws OperationFailedException, IOException {
        List<MapSpec> maps = trackers.service().show(trackers.find(x.path("id"))).maps();
        x.json(200, Documents.toJson(new Lists.Maps(maps)));
    }

    private void losses(Exchange x) throws OperationFailedException, IOException {
        x.json(200, Documents.toJson(trackers.service().losses(trackers.find(x.path("id")))));
    }

    private void stats(Exchange x) throws OperationFailedException, IOException {
        x.json(200, Documents.toJson(trackers.service().stats(trackers.find(x.path("id")))));
    }

    private void symbolize(Exchange x) throws OperationFailedException, HttpFailureException, IOException {
        TrackerId id = trackers.find(x.path("id"));
        Lists.Stack stack = Starts.document(Lists.Stack.class, x.json());
        long[] addresses = stack.addresses().stream().mapToLong(Long::longValue).toArray();
        x.json(200, Documents.toJson(new Lists.Frames(trackers.service().symbolize(id, stack.pid(), addresses))));
    }

    private void verify(Exchange x) throws OperationFailedException, HttpFailureException, IOException {
        x.json(200, Documents.toJson(trackers.service().verify(starts.read(x).spec())));
    }
}

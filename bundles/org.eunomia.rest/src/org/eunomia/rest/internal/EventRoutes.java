package org.eunomia.rest.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.eunomia.core.Event;
import org.eunomia.core.EventBatch;
import org.eunomia.core.EventReader;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.TrackerId;
import org.eunomia.core.TrackerInfo;
import org.eunomia.core.view.ServiceSymbols;
import org.eunomia.rest.Role;
import org.eunomia.rest.internal.Route.Body;
import org.eunomia.wire.RawEventWriter;

/** Streams of events. */
final class EventRoutes {
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    private final Trackers trackers;
    private final int most;
    private final Semaphore readers;

    EventRoutes(Trackers trackers, int most) {
        this.trackers = trackers;
        this.most = most;
        readers = new Semaphore(most);
    }

    List<Route> routes() {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("from", "first position wanted: oldest (the default), next, or a number");
        query.put("after", "position of the last event that is known already");
        query.put("count", "end after so many events");
        return List.of(new Route("GET", "/v1/trackers/{id}/events", Optional.of(Role.VIEWER), "readEvents",
                "Events as they come: " + EventFormat.NDJSON + ", " + EventFormat.SSE + " or raw records", query, null,
                Map.of(200, new Body(EventFormat.NDJSON, Object.class, "events until the tracker ends"), 404, TrackerRoutes.problem("there is no such tracker"),
                        406, TrackerRoutes.problem("no accepted media type is offered"), 429, TrackerRoutes.problem("too many readers")), this::events));
    }

    private void events(Exchange x) throws OperationFailedException, HttpFailureException, IOException, InterruptedException {
        TrackerId id = trackers.find(x.path("id"));
        long from = from(x);
        long count = x.query("count").isPresent() ? number("count", x.query("count").get(), 1) : Long.MAX_VALUE;
        TrackerInfo tracker = trackers.service().show(id);
        EventFormat format = EventFormat.of(x.accepted(), tracker.name(), new ServiceSymbols(trackers.service(), tracker)).orElseThrow(() -> new HttpFailureException(406, new Failure.RequestInvalid("Accept",
                "events come as " + EventFormat.NDJSON + ", " + EventFormat.SSE + " or " + RawEventWriter.MEDIA_TYPE, "")));
        if (!readers.tryAcquire()) throw new OperationFailedException(new Failure.TooMany("readers", most + " at a time", ""));
        try (EventReader reader = trackers.service().events(id, from)) {
            x.stream(format.mediaType());
            copy(id, reader, count, format, x);
        } finally {
            readers.release();
        }
    }

    private void copy(TrackerId id, EventReader reader, long count, EventFormat format, Exchange x) throws IOException, InterruptedException {
        try {
            long left = count;
            boolean end = false;
            while (!end && left > 0) {
                EventBatch batch = reader.read(HEARTBEAT);
                if (batch.skipped() > 0) format.lost(batch.skipped());
                List<Event> events = batch.events().size() > left ? batch.events().subList(0, (int) left) : batch.events();
                for (Event event : events) format.event(event);
                left -= events.size();
                end = batch.end();
                if (end) format.end(reason(id));
                else if (left == 0) format.end("as many as were asked for");
                else if (events.isEmpty()) format.alive();
                format.flush(x);
            }
        } catch (OperationFailedException e) {
            format.failed(e.failure());
            format.flush(x);
        }
        x.endStream();
    }

    private String reason(TrackerId id) {
        try {
            return trackers.service().show(id).reason();
        } catch (OperationFailedException e) {
            return e.failure().summary();
        }
    }

    private static long from(Exchange x) throws OperationFailedException {
        Optional<String> after = x.query("after").or(() -> x.header("Last-Event-ID").filter(id -> !id.isEmpty()));
        if (after.isPresent()) return number("after", after.get(), -1) + 1;
        return switch (x.query("from").orElse("oldest")) {
            case "oldest" -> 0;
            case "next" -> Long.MAX_VALUE;
            case String position -> number("from", position, 0);
        };
    }

    private static long number(String name, String text, long least) throws OperationFailedException {
        try {
            long number = Long.parseLong(text);
            if (number >= least && number < Long.MAX_VALUE) return number;
        } catch (NumberFormatException e) {
            // said below
        }
        throw Exchange.invalid(name, "'" + text + "' is no number from " + least);
    }
}

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
import org.eunomia.wire.Durations;
import org.eunomia.wire.RawEventWriter;

/** Streams of events. */
final class EventRoutes {
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    private static final Duration SHORTEST_INTERVAL = Duration.ofMillis(100);
    private static final Duration LONGEST_INTERVAL = Duration.ofDays(1);
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
        query.put("maps", "show maps of kind table, counter and histogram besides, every so often: 1s, 500ms");
        query.put("top", "of a table only the first so many rows");
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
        MapShowings maps = maps(x, id);
        if (x.query("maps").isPresent() && !format.showsMaps()) throw Exchange.invalid("maps", "raw records come without maps: read those with /v1/trackers/{id}/maps/{map}?raw=true");
        if (!readers.tryAcquire()) throw new OperationFailedException(new Failure.TooMany("readers", most + " at a time", ""));
        try (EventReader reader = trackers.service().events(id, from)) {
            x.stream(format.mediaType());
            copy(id, reader, count, maps, format, x);
        } finally {
            readers.release();
        }
    }

    private void copy(TrackerId id, EventReader reader, long count, MapShowings maps, EventFormat format, Exchange x) throws IOException, InterruptedException {
        try {
            long left = count;
            long said = System.nanoTime();
            boolean end = false;
            while (!end && left > 0) {
                EventBatch batch = reader.read(maps.untilNext(HEARTBEAT));
                if (batch.skipped() > 0) format.lost(batch.skipped());
                List<Event> events = batch.events().size() > left ? batch.events().subList(0, (int) left) : batch.events();
                for (Event event : events) format.event(event);
                left -= events.size();
                end = batch.end();
                if (end) format.end(reason(id));
                else if (left == 0) format.end("as many as were asked for");
                boolean spoke = maps.show(format) || !events.isEmpty();
                if (!spoke && !end && System.nanoTime() - said >= HEARTBEAT.toNanos()) {
                    format.alive();
                    spoke = true;
                }
                if (spoke) said = System.nanoTime();
                format.flush(x);
            }
        } catch (OperationFailedException e) {
            format.failed(e.failure());
            format.flush(x);
        }
        x.endStream();
    }

    private MapShowings maps(Exchange x, TrackerId id) throws OperationFailedException {
        int top = x.query("top").isPresent() ? (int) Math.min(Integer.MAX_VALUE, number("top", x.query("top").get(), 1)) : 0;
        try {
            Duration interval = Durations.parse(x.query("maps").orElse("0s"));
            boolean possible = interval.compareTo(SHORTEST_INTERVAL) >= 0 && interval.compareTo(LONGEST_INTERVAL) <= 0;
            if (x.query("maps").isPresent() && !possible) throw new IllegalArgumentException("100ms to 1d is wanted");
            return new MapShowings(trackers.service(), id, interval, top);
        } catch (IllegalArgumentException e) {
            throw Exchange.invalid("maps", e.getMessage());
        }
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

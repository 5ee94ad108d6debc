package org.eunomia.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eunomia.core.TrackerId;
import org.eunomia.wire.Json;
import org.eunomia.wire.RawEventReader;
import org.eunomia.wire.RawEventReader.Item;
import org.eunomia.wire.RawEventWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(60)
class EventsTest {
    @RegisterExtension
    final Daemon daemon = new Daemon();

    private BufferedReader lines(String path, String... headers) throws Exception {
        return new BufferedReader(new InputStreamReader(daemon.open(path, headers), StandardCharsets.UTF_8));
    }

    private static Map<?, ?> next(BufferedReader lines) throws Exception {
        return (Map<?, ?>) Json.parse(lines.readLine().getBytes(StandardCharsets.UTF_8));
    }

    private void fire(int from, int to) {
        for (int i = from; i < to; i++) daemon.kernel.fire(FakeKernel.event(4242, i, "cat"));
    }

    /** Waits until the tracker has read that many, since a position that it has not reached yet stands for the next event. */
    private void awaitBuffered(long id, int count) throws Exception {
        assertEquals(200, daemon.get("/v1/trackers/" + id + "/events?count=" + count).status());
    }

    private static long number(Map<?, ?> line) {
        return (Long) ((Map<?, ?>) line.get("event")).get("number");
    }

    @Test
    void linesComeAsTheyHappenAndTheLastSaysWhy() throws Exception {
        long id = daemon.start();
        try (BufferedReader lines = lines("/v1/trackers/" + id + "/events")) {
            for (int i = 0; i < 5; i++) {
                fire(i, i + 1);
                Map<?, ?> line = next(lines);
                assertEquals(Map.of("pid", 4242L, "number", (long) i, "comm", "cat"), line.get("event"));
                assertEquals((long) i, line.get("position"));
                assertEquals("rb", line.get("map"));
                assertEquals("sample", line.get("tracker"));
            }
            daemon.service.stop(new TrackerId((int) id));
            Map<?, ?> end = next(lines);
            assertEquals("end", end.get("type"));
            assertEquals("stopped on request", end.get("reason"));
            assertNull(lines.readLine());
        }
    }

    @Test
    void aReaderThatComesBackGoesOn() throws Exception {
        long id = daemon.start();
        fire(0, 10);
        awaitBuffered(id, 10);
        try (BufferedReader lines = lines("/v1/trackers/" + id + "/events?count=4")) {
            for (int i = 0; i < 4; i++) assertEquals(i, number(next(lines)));
            assertEquals("end", next(lines).get("type"));
        }
        try (BufferedReader lines = lines("/v1/trackers/" + id + "/events?after=3")) {
            assertEquals(4, number(next(lines)));
        }
        try (BufferedReader lines = lines("/v1/trackers/" + id + "/events?from=8")) {
            assertEquals(8, number(next(lines)));
        }
    }

    @Test
    void fromNextSkipsWhatWas() throws Exception {
        long id = daemon.start();
        fire(0, 3);
        awaitBuffered(id, 3);
        try (BufferedReader lines = lines("/v1/trackers/" + id + "/events?from=next")) {
            fire(3, 4);
            assertEquals(3, number(next(lines)));
        }
    }

    @Test
    void browsersGetServerSentEvents() throws Exception {
        long id = daemon.start();
        fire(0, 3);
        awaitBuffered(id, 3);
        try (BufferedReader lines = lines("/v1/trackers/" + id + "/events", "Accept", "text/event-stream", "Last-Event-ID", "1")) {
            assertEquals("id: 2", lines.readLine());
            assertEquals("event: event", lines.readLine());
            assertTrue(lines.readLine().startsWith("data: {\"time\":\""));
            assertEquals("", lines.readLine());
        }
    }

    @Test
    void ourClientsGetRecords() throws Exception {
        long id = daemon.start();
        fire(0, 3);
        try (InputStream in = daemon.open("/v1/trackers/" + id + "/events?count=2", "Accept", RawEventWriter.MEDIA_TYPE)) {
            RawEventReader reader = new RawEventReader(new BufferedInputStream(in));
            for (int i = 0; i < 2; i++) {
                var event = assertInstanceOf(Item.Record.class, reader.next()).event();
                assertEquals((long) i, event.value().get("number"));
                assertEquals("sample", event.tracker());
            }
            assertEquals(new Item.End("as many as were asked for"), reader.next());
        }
    }

    @Test
    void manyReadersSeeAll() throws Exception {
        long id = daemon.start();
        List<BufferedReader> readers = new ArrayList<>();
        for (int i = 0; i < 50; i++) readers.add(lines("/v1/trackers/" + id + "/events"));
        fire(0, 200);
        for (BufferedReader lines : readers) {
            for (int i = 0; i < 200; i++) assertEquals(i, number(next(lines)));
            lines.close();
        }
    }

    /** The slow one takes nothing while more than the tracker's buffer and the sockets hold goes by. */
    @Test
    void aSlowReaderLosesItsOldestIsToldAndSlowsNobody() throws Exception {
        long id = daemon.start();
        int count = 400_000;
        try (BufferedReader slow = lines("/v1/trackers/" + id + "/events"); InputStream fast = daemon.open("/v1/trackers/" + id + "/events", "Accept", RawEventWriter.MEDIA_TYPE)) {
            RawEventReader reader = new RawEventReader(new BufferedInputStream(fast, 1 << 16));
            long read = 0;
            for (int from = 0; from < count; from += 1000) {
                fire(from, from + 1000);
                for (long until = from + 1000; read < until; read++) assertEquals(read, assertInstanceOf(Item.Record.class, reader.next()).event().position());
            }
            daemon.service.stop(new TrackerId((int) id));
            long seen = 0;
            long lost = 0;
            for (Map<?, ?> line = next(slow); !line.get("type").equals("end"); line = next(slow)) {
                if (line.get("type").equals("lost")) lost += (Long) line.get("count");
                else seen++;
            }
            assertEquals(count, seen + lost);
            assertTrue(lost > 0, "nothing was lost");
        }
    }

    /** The sample with a table that its package wants emptied each time, and a histogram. */
    private TrackerId startShowing() throws Exception {
        String pack = new String(Daemon.sample("sample.json"), StandardCharsets.UTF_8)
                .replace("\"value\":\"count\"}", "\"value\":\"count\",\"output\":{\"kind\":\"table\",\"intervalMillis\":1000,\"clear\":true}}")
                .replace("\"value\":\"unsigned long long\"}", "\"value\":\"unsigned long long\",\"output\":{\"kind\":\"histogram\",\"scale\":\"log2\",\"unit\":\"usecs\",\"intervalMillis\":1000}}");
        Daemon.Answer started = daemon.call("operator", "POST", "/v1/trackers", pack.getBytes(StandardCharsets.UTF_8));
        assertEquals(201, started.status(), started.text());
        TrackerId id = new TrackerId(((Long) started.at("/id")).intValue());
        for (byte key = 1; key <= 2; key++) daemon.service.put(id, "counts", new byte[] {key, 0, 0, 0}, new byte[] {key, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0});
        return id;
    }

    @Test
    void linesShowMapsToThoseWhoWantThem() throws Exception {
        TrackerId id = startShowing();
        try (BufferedReader lines = lines("/v1/trackers/" + id + "/events?maps=100ms&top=1")) {
            for (int round = 0; round < 2; round++) {
                Map<?, ?> table = next(lines);
                assertEquals("table", table.get("type"));
                assertEquals("counts", table.get("map"));
                assertEquals(List.of(Map.of("key", 2L, "value", Map.of("calls", 2L, "mood", "MOOD_GOOD"))), table.get("entries"), "not emptied by looking, and only the first row");
                Map<?, ?> histogram = next(lines);
                assertEquals("histogram", histogram.get("type"));
                assertEquals("usecs", histogram.get("unit"));
                assertEquals("sample", histogram.get("tracker"));
            }
            daemon.service.stop(id);
            Map<?, ?> last = next(lines);
            while (!last.get("type").equals("end")) last = next(lines);
        }
    }

    @Test
    void eventsAndMapsComeInOneStream() throws Exception {
        TrackerId id = startShowing();
        try (BufferedReader lines = lines("/v1/trackers/" + id + "/events?maps=100ms")) {
            boolean table = false;
            for (int i = 0; i < 10 || !table; i++) {
                fire(i, i + 1);
                Map<?, ?> line = next(lines);
                for (; !line.containsKey("event"); line = next(lines)) table |= line.get("type").equals("table");
                assertEquals(i, number(line));
            }
        }
    }

    @Test
    void browsersGetMapsToo() throws Exception {
        TrackerId id = startShowing();
        try (BufferedReader lines = lines("/v1/trackers/" + id + "/events?maps=100ms", "Accept", "text/event-stream")) {
            assertEquals("event: map", lines.readLine());
            Map<?, ?> table = (Map<?, ?>) Json.parse(lines.readLine().substring("data: ".length()).getBytes(StandardCharsets.UTF_8));
            assertEquals("counts", table.get("map"));
            assertEquals("", lines.readLine());
        }
    }

    @Test
    void asksThatMakeNoSenseAreRefused() throws Exception {
        long id = daemon.start();
        String events = "/v1/trackers/" + id + "/events";
        assertEquals(406, daemon.get(events, "Accept", "image/png").status());
        assertEquals(400, daemon.get(events + "?from=x").status());
        assertEquals(400, daemon.get(events + "?from=-1").status());
        assertEquals(400, daemon.get(events + "?count=0").status());
        assertEquals(400, daemon.get(events + "?after=99999999999999999999").status());
        assertEquals(400, daemon.get(events + "?maps=x").status());
        assertEquals(400, daemon.get(events + "?maps=1ms").status());
        assertEquals(400, daemon.get(events + "?maps=999999999999d").status());
        assertEquals(400, daemon.get(events + "?maps=1s&top=0").status());
        assertEquals(400, daemon.get(events + "?maps=1s", "Accept", RawEventWriter.MEDIA_TYPE).status());
        assertEquals(404, daemon.get("/v1/trackers/77/events").status());
    }
}

package org.eunomia.rest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eunomia.core.Event;
import org.eunomia.core.EventBatch;
import org.eunomia.core.EventReader;
import org.eunomia.core.Failure;
import org.eunomia.core.Hook;
import org.eunomia.core.HookKind;
import org.eunomia.core.Hooks;
import org.eunomia.core.MapEntry;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.StartOptions;
import org.eunomia.core.StartSpec;
import org.eunomia.core.TrackerId;
import org.eunomia.core.TrackerInfo;
import org.eunomia.core.TrackerService;
import org.eunomia.core.TrackerStats;
import org.eunomia.core.UpdateReport;
import org.eunomia.core.VerifyReport;
import org.eunomia.core.spec.MapSpec;
import org.eunomia.core.spec.Package;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.function.Executable;

/** What holds for every tracker service, near or far. */
@Timeout(60)
abstract class TrackerServiceContract {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final byte[] KEY = {7, 0, 0, 0};

    @RegisterExtension
    final Daemon daemon;

    TrackerServiceContract(Daemon daemon) {
        this.daemon = daemon;
    }

    abstract TrackerService service();

    static Package sample() throws OperationFailedException {
        return Daemon.DOCUMENTS.read("sample", Daemon.sample("sample.json"));
    }

    private TrackerInfo start() throws OperationFailedException {
        return service().start(StartSpec.of(sample()));
    }

    private static Failure failure(Executable call) {
        return assertThrows(OperationFailedException.class, call).failure();
    }

    private static List<Event> read(EventReader reader, int count) throws Exception {
        List<Event> events = new ArrayList<>();
        while (events.size() < count) {
            EventBatch batch = reader.read(LONG);
            assertFalse(batch.events().isEmpty(), () -> "nothing came after " + events.size() + " events");
            assertEquals(0, batch.skipped());
            events.addAll(batch.events());
        }
        return events;
    }

    private static void assertNumbers(int from, List<Event> events) {
        for (int i = 0; i < events.size(); i++) {
            assertEquals((long) from + i, events.get(i).position());
            assertEquals((long) from + i, events.get(i).value().get("number"));
        }
    }

    private void fire(int from, int to) {
        for (int i = from; i < to; i++) daemon.kernel.fire(FakeKernel.event(4242, i, "cat"));
    }

    @Test
    void startsWithAllThatIsAskedFor() throws Exception {
        StartOptions options = new StartOptions(Map.of("team", "a"), Duration.ofHours(1), new StartOptions.Budget(1000, 50, 1 << 20), false);
        TrackerInfo started = service().start(new StartSpec(sample(), "mine", Map.of("target_pid", "7"), Map.of(), options));
        assertEquals("mine", started.name());
        assertEquals(options, started.options());
        assertEquals(TrackerInfo.State.RUNNING, started.state());
        assertEquals(Daemon.DOCUMENTS.digest(sample()), started.pack().digest());
        assertEquals(List.of("handle_nice"), started.programs());
        assertEquals(sample().maps().stream().filter(m -> m.name().equals("rb")).toList(), started.maps().stream().filter(m -> m.name().equals("rb")).toList());
        assertEquals(started, service().show(started.id()));
        assertEquals(List.of(started), service().list());
    }

    @Test
    void tellsWhatATrackerCosts() throws Exception {
        TrackerInfo started = start();
        fire(0, 10);
        try (EventReader reader = service().events(started.id(), 0)) {
            read(reader, 10);
        }
        TrackerStats stats = service().stats(started.id());
        assertEquals(started.id(), stats.id());
        assertEquals(service().losses(started.id()), stats.losses());
        assertEquals(started.programs(), stats.programs().stream().map(TrackerStats.ProgramStats::name).toList());
        assertTrue(stats.maps().stream().map(TrackerStats.MapStats::name).toList().containsAll(started.maps().stream().map(MapSpec::name).toList()), stats::toString);
        service().stop(started.id());
        assertEquals(List.of(), service().stats(started.id()).programs());
    }

    @Test
    void stopsOnceAndForAll() throws Exception {
        TrackerId id = start().id();
        service().stop(id);
        service().stop(id);
        assertEquals(TrackerInfo.State.STOPPED, service().show(id).state());
        assertEquals(0, daemon.kernel.live());
        assertEquals(id.value() + 1, start().id().value());
    }

    @Test
    void failuresAreTheOnesOfTheEngine() throws Exception {
        assertEquals(new Failure.NotFound("tracker", "77", List.of()), failure(() -> service().show(new TrackerId(77))));
        assertEquals(new Failure.NotFound("tracker", "77", List.of()), failure(() -> service().stop(new TrackerId(77))));
        assertEquals(new Failure.NotFound("tracker", "77", List.of()), failure(() -> service().events(new TrackerId(77), 0)));
        Failure refused = new Failure.VerifierRejected("handle_nice", 13, "R1 invalid mem access 'scalar'", "sample.bpf.c", 41, "return *p;", "check it", "0: (b7) r0 = 0\nline\n");
        daemon.kernel.refuse(refused);
        assertEquals(refused, failure(this::start));
        VerifyReport report = service().verify(StartSpec.of(sample()));
        assertEquals(Optional.of(refused), report.failure());
        assertEquals(List.of(), service().list());
        daemon.kernel.refuse(null);
        assertTrue(service().verify(StartSpec.of(sample())).accepted());
        assertEquals(Failure.ParamInvalid.class, failure(() -> service().start(new StartSpec(sample(), "", Map.of("target_pid", "x"), Map.of()))).getClass());
    }

    @Test
    void eventsComeInOrderAndToTheEnd() throws Exception {
        TrackerInfo started = start();
        try (EventReader reader = service().events(started.id(), 0)) {
            fire(0, 2000);
            List<Event> events = read(reader, 2000);
            assertNumbers(0, events);
            assertEquals("rb", events.getFirst().map());
            assertEquals("sample", events.getFirst().tracker());
            assertEquals(1, events.getFirst().generation());
            assertEquals("cat", events.getFirst().value().get("comm"));
            assertTrue(reader.read(Duration.ofMillis(20)).events().isEmpty());
            fire(2000, 2001);
            assertNumbers(2000, read(reader, 1));
            service().stop(started.id());
            EventBatch end = reader.read(LONG);
            assertTrue(end.end() && end.events().isEmpty(), end::toString);
            assertTrue(reader.read(LONG).end());
        }
        assertEquals(2001, service().losses(started.id()).delivered());
    }

    @Test
    void aReaderMayBeginAnywhere() throws Exception {
        TrackerId id = start().id();
        fire(0, 10);
        try (EventReader all = service().events(id, 0)) {
            assertNumbers(0, read(all, 10));
        }
        try (EventReader some = service().events(id, 6)) {
            assertNumbers(6, read(some, 4));
        }
        try (EventReader next = service().events(id, Long.MAX_VALUE)) {
            fire(10, 11);
            assertNumbers(10, read(next, 1));
        }
    }

    @Test
    void closingAReaderWakesIt() throws Exception {
        EventReader reader = service().events(start().id(), 0);
        Thread closer = Thread.ofVirtual().start(() -> {
            while (Thread.getAllStackTraces().isEmpty()) { }
            reader.close();
        });
        assertTrue(reader.read(LONG).end());
        closer.join();
        assertTrue(reader.read(LONG).end());
    }

    @Test
    void mapsAreReadAndWritten() throws Exception {
        TrackerId id = start().id();
        byte[] value = {1, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0};
        assertTrue(service().lookup(id, "counts", KEY).isEmpty());
        service().put(id, "counts", KEY, value);
        assertArrayEquals(value, service().lookup(id, "counts", KEY).orElseThrow());
        List<MapEntry> entries = service().entries(id, "counts");
        assertArrayEquals(KEY, entries.getFirst().key());
        assertArrayEquals(value, entries.getFirst().value());
        assertTrue(service().remove(id, "counts", KEY));
        assertFalse(service().remove(id, "counts", KEY));
        service().put(id, "counts", KEY, value);
        service().clear(id, "counts");
        assertEquals(List.of(), service().entries(id, "counts"));
        assertEquals(2, service().entries(id, "cpus").size());
        assertEquals("map", assertThrowsNotFound(() -> service().entries(id, "nomap")).what());
        service().stop(id);
        assertEquals(Failure.Conflict.class, failure(() -> service().entries(id, "counts")).getClass());
    }

    private static Failure.NotFound assertThrowsNotFound(Executable call) {
        return (Failure.NotFound) failure(call);
    }

    @Test
    void replacesWhileReadersGoOn() throws Exception {
        TrackerId id = start().id();
        service().put(id, "counts", KEY, new byte[16]);
        try (EventReader reader = service().events(id, 0)) {
            fire(0, 5);
            assertNumbers(0, read(reader, 5));
            UpdateReport report = service().update(id, StartSpec.of(sample()), true);
            assertEquals(2, report.tracker().generation());
            assertTrue(service().lastUpdate(id, LONG).settled());
            fire(5, 6);
            Event after = read(reader, 1).getFirst();
            assertEquals(2, after.generation());
            assertEquals(5L, after.position());
        }
        assertTrue(service().lookup(id, "counts", KEY).isPresent());
        daemon.kernel.refuse(new Failure.LoadFailed("sample", 22, "no", "", ""));
        assertEquals(new Failure.LoadFailed("sample", 22, "no", "", ""), failure(() -> service().update(id, StartSpec.of(sample()), false)));
        assertEquals(2, service().show(id).generation());
    }

    @Test
    void listsWhatThereIsToAttachTo() throws Exception {
        Hook one = new Hook(HookKind.TRACEPOINT, "fake/one", "", List.of(new Hook.Field("pid", "pid_t pid", 8, 4), new Hook.Field("path", "const char *path", 16, 8)));
        Hook other = new Hook(HookKind.TRACEPOINT, "fake/other", "", List.of());
        assertEquals(new Hooks(List.of(one, other), 2), service().hooks(HookKind.TRACEPOINT, "fake o*e", 100));
        assertEquals(new Hooks(List.of(one), 2), service().hooks(HookKind.TRACEPOINT, "", 1));
        assertEquals(new Hooks(List.of(), 0), service().hooks(HookKind.TRACEPOINT, "a+b&c=d%", 100));
        assertEquals(new Failure.NotFound("program or library", "/no/such", List.of()), failure(() -> service().hooks(HookKind.UPROBE, "/no/such:f", 100)));
    }

    @Test
    void namesFrames() throws Exception {
        assertEquals(2, service().symbolize(start().id(), (int) ProcessHandle.current().pid(), new long[] {1, -1}).size());
    }
}

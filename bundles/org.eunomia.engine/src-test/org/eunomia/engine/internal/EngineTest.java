package org.eunomia.engine.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eunomia.core.Event;
import org.eunomia.core.EventBatch;
import org.eunomia.core.EventReader;
import org.eunomia.core.Failure;
import org.eunomia.core.LossLedger;
import org.eunomia.core.MapEntry;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.PackageInfo;
import org.eunomia.core.StartSpec;
import org.eunomia.core.TrackerId;
import org.eunomia.core.TrackerInfo;
import org.eunomia.core.VerifyReport;
import org.eunomia.core.spec.MapSpec;
import org.eunomia.core.spec.Output;
import org.eunomia.kernel.ObjectSpec;
import org.eunomia.pack.PackageDigest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EngineTest {
    private static final String HOOK = "tp/x";
    private static final FakeObjectLoader.Shape SHAPE = FakeObjectLoader.Shape.empty().ring("rb", 1 << 16).program("handle", HOOK);
    private final FakeObjectLoader kernel = new FakeObjectLoader().with("demo", SHAPE);
    private final Engine engine = new Engine(kernel);
    private final StartSpec demo = StartSpec.of(Packages.of("demo", Packages.ring("rb")));

    @AfterEach
    void leavesNothing() {
        engine.close();
        assertEquals(List.of(), kernel.residue());
    }

    private static Failure failureOf(Failing operation) {
        return assertThrows(OperationFailedException.class, operation::run).failure();
    }

    private interface Failing {
        void run() throws Exception;
    }

    @Test
    void deliversRecordsInOrderWithTheirSchema() throws Exception {
        TrackerInfo info = engine.start(demo);
        EventReader reader = engine.events(info.id(), 0);
        for (int i = 0; i < 5000; i++) {
            kernel.fire(HOOK, FakeObject.number(i));
            if (i % 1000 == 999) Reading.until("room in the ring", () -> kernel.object(0).buffer("rb").waiting() < 2000);
        }
        List<Event> events = Reading.take(reader, 5000);
        assertEquals(IntStream.range(0, 5000).boxed().toList(), Reading.numbers(events));
        Event last = events.getLast();
        assertEquals(List.of(4999L, "demo", 1, "rb", Packages.NUMBER), List.of(last.position(), last.tracker(), last.generation(), last.map(), last.schema()));
        assertTrue(Duration.between(last.time(), java.time.Instant.now()).abs().compareTo(Duration.ofMinutes(1)) < 0);
    }

    @Test
    void readsWhatTheRingHeldWhenStopped() throws Exception {
        TrackerId id = engine.start(demo).id();
        EventReader reader = engine.events(id, 0);
        for (int i = 0; i < 100; i++) kernel.fire(HOOK, FakeObject.number(i));
        engine.stop(id);
        assertEquals(100, Reading.takeAll(reader).size());
        assertEquals(List.of(), kernel.residue());
    }

    private long printed(TrackerId id) {
        try {
            return engine.losses(id).delivered();
        } catch (OperationFailedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void endsWhenItsIteratorsHaveRun() throws Exception {
        kernel.with("tasks", FakeObjectLoader.Shape.empty().program("list", "iter/task")).iterated = "1 init\n2 kthreadd\n";
        TrackerId id = engine.start(StartSpec.of(Packages.of("tasks"))).id();
        Reading.until("lines", () -> engine.list().getLast().state() != TrackerInfo.State.RUNNING || printed(id) == 2);
        List<Event> events = Reading.takeAll(engine.events(id, 0));
        Reading.until("end", () -> engine.list().getLast().state() == TrackerInfo.State.STOPPED);
        assertEquals("its iterators have run", engine.show(id).reason());
        assertEquals(List.of("1 init", "2 kthreadd"), events.stream().map(e -> e.value().get("text")).toList());
        assertEquals("line", events.getFirst().schema().name());
    }

    @Test
    void goesOnAfterItsIteratorsWhenThereIsMore() throws Exception {
        kernel.with("both", FakeObjectLoader.Shape.empty().ring("rb", 1 << 16).program("list", "iter/task").program("handle", HOOK)).iterated = "1 init\n";
        TrackerId id = engine.start(StartSpec.of(Packages.of("both", Packages.ring("rb")))).id();
        EventReader reader = engine.events(id, 0);
        assertEquals("1 init", Reading.take(reader, 1).getFirst().value().get("text"));
        kernel.fire(HOOK, FakeObject.number(7));
        assertEquals(List.of(7), Reading.numbers(Reading.take(reader, 1)));
    }

    @Test
    void refusesWhatNothingOfIsAttached() {
        kernel.with("filter", FakeObjectLoader.Shape.empty().program("filter", "socket"));
        Failure failure = failureOf(() -> engine.start(StartSpec.of(Packages.of("filter"))));
        assertTrue(failure instanceof Failure.AttachFailed && failure.hint().contains("owns the other end"), failure.toString());
    }

    @Test
    void givesTakenNamesANumber() throws Exception {
        TrackerId first = engine.start(demo).id();
        TrackerInfo second = engine.start(demo);
        assertEquals("demo-2", second.name());
        assertEquals(List.of("there is a tracker demo already, this one is called demo-2"), second.notices());
        engine.stop(first);
        assertEquals("demo", engine.start(demo).name());
        assertEquals("mine", engine.start(new StartSpec(demo.pack(), "mine", Map.of(), Map.of())).name());
    }

    @Test
    void tellsWhichPackageRuns() throws Exception {
        assertEquals(new PackageInfo("demo", "1", PackageDigest.of(demo.pack())), engine.start(demo).pack());
    }

    @Test
    void listsInTheOrderOfStartsAndKeepsTheEndedWithTheirReason() throws Exception {
        TrackerId first = engine.start(demo).id();
        TrackerId second = engine.start(demo).id();
        engine.stop(first);
        engine.stop(first);
        assertEquals(List.of(first, second), engine.list().stream().map(TrackerInfo::id).toList());
        assertEquals(TrackerInfo.State.STOPPED, engine.show(first).state());
        assertEquals("stopped on request", engine.show(first).reason());
        assertEquals(TrackerInfo.State.RUNNING, engine.show(second).state());
    }

    @Test
    void forgetsWhatEndedLongAgo() throws Exception {
        TrackerId running = engine.start(demo).id();
        for (int i = 0; i <= Registry.MOST_ENDED; i++) engine.stop(engine.start(demo).id());
        List<Integer> ids = engine.list().stream().map(i -> i.id().value()).toList();
        assertEquals(Registry.MOST_ENDED + 1, ids.size());
        assertEquals(List.of(running.value(), 3), ids.subList(0, 2));
        assertEquals(new Failure.NotFound("tracker", "2", List.of()), failureOf(() -> engine.show(new TrackerId(2))));
    }

    @Test
    void leavesNothingWhateverStepOfAStartFails() throws Exception {
        FakeObjectLoader.Shape two = FakeObjectLoader.Shape.empty().ring("a", 4096).ring("b", 4096).counting("b").program("one", HOOK).program("two", "tp/y");
        for (String step : List.of("load", "records a", "records b", "map .data.loss", "attach one", "attach two")) {
            FakeObjectLoader failing = new FakeObjectLoader().with("two", two);
            failing.failAt(step);
            Engine e = new Engine(failing);
            StartSpec spec = StartSpec.of(Packages.of("two", Packages.ring("a"), Packages.ring("b", 0)));
            assertEquals(new Failure.Unavailable(step, "told to fail", ""), failureOf(() -> e.start(spec)));
            assertEquals(List.of(), failing.residue(), step);
            assertEquals(List.of(), e.list(), step);
        }
    }

    @Test
    void givesAFailedStartsNameAndIdToTheNext() throws Exception {
        StartSpec bad = new StartSpec(demo.pack(), "", Map.of("nonsense", "1"), Map.of());
        failureOf(() -> engine.start(bad));
        TrackerInfo info = engine.start(demo);
        assertEquals(List.of("demo", 1), List.of(info.name(), info.id().value()));
    }

    @Test
    void putsParamsIntoGlobalData() throws Exception {
        engine.start(new StartSpec(demo.pack(), "", Map.of("target_pid", "77"), Map.of()));
        ObjectSpec.GlobalValue value = kernel.loaded.getFirst().globals().getFirst();
        assertEquals(".rodata", value.section());
        assertEquals(8, value.offset());
        assertArrayEquals(FakeObject.number(77), value.bytes());
    }

    @Test
    void suggestsParamsForANameThatIsNone() {
        assertEquals(new Failure.NotFound("param", "taget_pid", List.of("target_pid")),
                failureOf(() -> engine.start(new StartSpec(demo.pack(), "", Map.of("taget_pid", "1"), Map.of()))));
    }

    @Test
    void refusesAValueThatTheParamCannotHold() {
        Failure failure = failureOf(() -> engine.start(new StartSpec(demo.pack(), "", Map.of("target_pid", "5000000000"), Map.of())));
        assertTrue(failure instanceof Failure.ParamInvalid p && p.param().equals("target_pid"), failure.summary());
    }

    @Test
    void failsATrackerWhoseReadingFailsAndSparesTheOthers() throws Exception {
        TrackerId broken = engine.start(demo).id();
        TrackerId well = engine.start(demo).id();
        EventReader reader = engine.events(broken, 0);
        kernel.object(0).buffer("rb").breakWith(new IllegalStateException("ring damaged"));
        assertTrue(Reading.takeAll(reader).isEmpty());
        assertEquals(TrackerInfo.State.FAILED, engine.show(broken).state());
        assertTrue(engine.show(broken).reason().contains("ring damaged"), engine.show(broken).reason());
        kernel.fire(HOOK, FakeObject.number(1));
        assertEquals(1, Reading.take(engine.events(well, 0), 1).size());
    }

    @Test
    void refusesAnObjectWithNothingToAttach() {
        kernel.with("lost", FakeObjectLoader.Shape.empty().program("f", "nowhere"));
        Failure failure = failureOf(() -> engine.start(StartSpec.of(Packages.of("lost"))));
        assertTrue(failure instanceof Failure.AttachFailed a && a.program().equals("f"), failure.summary());
    }

    @Test
    void tellsMapsWithTheirRealSizes() throws Exception {
        kernel.with("maps", SHAPE.map("counts", "hash", 4, 8, 10240).map("inner", "array", 4, 4, 1));
        List<MapSpec> maps = engine.start(StartSpec.of(Packages.of("maps", Packages.ring("rb"), Packages.table("counts", "hash")))).maps();
        assertEquals(List.of("rb", "counts", "inner"), maps.stream().map(MapSpec::name).toList());
        assertEquals(10240, maps.get(1).maxEntries());
        assertEquals(new Output.None(), maps.get(2).output());
    }

    @Test
    void readsAndClearsMaps() throws Exception {
        kernel.with("maps", SHAPE.map("counts", "hash", 4, 8, 16).map("slots", "array", 4, 8, 2));
        TrackerId id = engine.start(StartSpec.of(Packages.of("maps", Packages.table("counts", "hash"), Packages.table("slots", "array")))).id();
        FakeMap counts = kernel.object(0).content("counts");
        counts.update(FakeObject.number(7), new byte[] {1, 0, 0, 0, 0, 0, 0, 0});
        kernel.object(0).content("slots").update(FakeObject.number(1), new byte[] {9, 0, 0, 0, 0, 0, 0, 0});
        assertArrayEquals(FakeObject.number(7), engine.entries(id, "counts").getFirst().key());
        engine.clear(id, "counts");
        engine.clear(id, "slots");
        assertEquals(List.of(), engine.entries(id, "counts"));
        for (MapEntry e : engine.entries(id, "slots")) assertArrayEquals(new byte[8], e.value());
        assertEquals(new Failure.NotFound("map", "count", List.of("counts")), failureOf(() -> engine.entries(id, "count")));
        assertTrue(failureOf(() -> engine.clear(id, "rb")) instanceof Failure.NotSupported);
        engine.stop(id);
        assertTrue(failureOf(() -> engine.entries(id, "counts")) instanceof Failure.Conflict);
    }

    @Test
    void readsAndWritesSingleEntries() throws Exception {
        kernel.with("maps", SHAPE.map("counts", "hash", 4, 8, 16));
        TrackerId id = engine.start(StartSpec.of(Packages.of("maps", Packages.table("counts", "hash")))).id();
        byte[] key = FakeObject.number(7);
        engine.put(id, "counts", key, new byte[] {5, 0, 0, 0, 0, 0, 0, 0});
        assertEquals(5, engine.lookup(id, "counts", key).orElseThrow()[0]);
        assertTrue(engine.remove(id, "counts", key));
        assertTrue(engine.lookup(id, "counts", key).isEmpty());
        assertEquals("invalid request at key: it has 3 bytes, map counts takes 4 bytes", failureOf(() -> engine.lookup(id, "counts", new byte[3])).summary());
        assertEquals("invalid request at value: it has 4 bytes, map counts takes 8 bytes", failureOf(() -> engine.put(id, "counts", key, new byte[4])).summary());
    }

    @Test
    void verifiesWithoutAttachingOrKeeping() throws Exception {
        assertEquals(List.of("handle"), engine.verify(demo).programs().stream().map(VerifyReport.Verdict::program).toList());
        assertEquals(List.of(), kernel.residue());
        assertEquals(List.of(), engine.list());
        assertTrue(failureOf(() -> engine.verify(new StartSpec(demo.pack(), "", Map.of("nonsense", "1"), Map.of()))) instanceof Failure.NotFound);
    }

    @Test
    void accountsForEveryRecord() throws Exception {
        FakeObjectLoader.Shape shape = FakeObjectLoader.Shape.empty().ring("tiny", 160).counting("tiny").map("perf", "perf_event_array", 4, 4, 160).program("handle", HOOK);
        kernel.with("lossy", shape);
        MapSpec perf = new MapSpec("perf", "perf_event_array", 0, null, null, new Output.Events(List.of()), List.of());
        TrackerId id = engine.start(StartSpec.of(Packages.of("lossy", Packages.ring("tiny", 0), perf))).id();
        for (int i = 0; i < 1000; i++) kernel.fire(HOOK, FakeObject.number(i));
        LossLedger running = engine.losses(id);
        assertEquals(List.of("tiny"), List.copyOf(running.reserveFailures().keySet()));
        engine.stop(id);
        LossLedger ledger = engine.losses(id);
        assertEquals(2000, ledger.produced());
        assertTrue(ledger.reserveFailures().get("tiny") >= running.reserveFailures().get("tiny"));
        assertEquals(1, ledger.dropped().size());
        assertEquals(ledger.delivered() + ledger.reserveFailures().get("tiny") + ledger.dropped().get("perf buffer perf"), 2000);
    }

    @Test
    void showsWhatAProgramWithoutOutputPrints() throws Exception {
        kernel.with("hello", FakeObjectLoader.Shape.empty().program("hello", HOOK));
        TrackerId id = engine.start(StartSpec.of(Packages.of("hello"))).id();
        EventReader reader = engine.events(id, 0);
        kernel.object(0).printed().print(42, "hello world");
        Event event = Reading.take(reader, 1).getFirst();
        assertEquals(Map.of("pid", 42L, "cpu", 1L, "comm", "fake", "message", "hello world"), event.value());
        assertEquals(List.of("", "printk"), List.of(event.map(), event.schema().name()));
        kernel.object(0).printed().print(42, "last words");
        engine.stop(id);
        assertEquals("last words", Reading.takeAll(reader).getFirst().value().get("message"));
        assertEquals(2, engine.losses(id).delivered());
    }

    @Test
    void startsWithoutTheTracePipe() throws Exception {
        kernel.with("hello", FakeObjectLoader.Shape.empty().program("hello", HOOK));
        kernel.failAt("trace");
        assertEquals(List.of("what it prints is not shown: trace: told to fail"), engine.start(StartSpec.of(Packages.of("hello"))).notices());
    }

    @Test
    void tellsThatAnEndedTrackersEventsAreGone() throws Exception {
        TrackerId id = engine.start(demo).id();
        for (int i = 0; i < 10; i++) kernel.fire(HOOK, FakeObject.number(i));
        engine.stop(id);
        assertEquals(new EventBatch(List.of(), 7, true), engine.events(id, 3).read(Duration.ZERO));
    }

    @Test
    void tellsWhenNothingCanLoadObjects() {
        assertEquals(new Failure.Unavailable("tracker service", "nothing here can load BPF objects", "put org.eunomia.kernel.libbpf on the class path"),
                failureOf(() -> EngineFactory.open(ClassLoader.getPlatformClassLoader())));
    }

    @Test
    void startsNothingOnceClosed() {
        engine.close();
        assertEquals(new Failure.Unavailable("tracker service", "it is closed", ""), failureOf(() -> engine.start(demo)));
    }

    @Test
    void startsAndStopsFromManyThreads() throws Exception {
        List<Thread> threads = IntStream.range(0, 8).mapToObj(n -> Thread.ofVirtual().start(() -> {
            try {
                for (int i = 0; i < 25; i++) engine.stop(engine.start(demo).id());
            } catch (OperationFailedException e) {
                throw new IllegalStateException(e);
            }
        })).toList();
        for (Thread t : threads) t.join(Reading.DEADLINE);
        assertEquals(200, engine.start(demo).id().value() - 1);
        assertEquals("demo", engine.list().getLast().name());
    }

    @Test
    void listsWhatCouldNotBeRestoredWithItsReason() throws Exception {
        kernel.failAt("attach handle");
        TrackerInfo failed = engine.restore(demo);
        kernel.failNoMore();
        TrackerInfo running = engine.restore(demo);
        assertEquals(List.of(failed, running), engine.list());
        assertEquals("FAILED demo: attach handle: told to fail", failed.state() + " " + failed.name() + ": " + failed.reason());
        assertEquals("RUNNING demo", running.state() + " " + running.name());
        assertEquals(failed, engine.show(failed.id()));
        assertEquals(new Failure.Conflict("tracker demo", "it did not start: attach handle: told to fail", ""), failureOf(() -> engine.events(failed.id(), 0)));
        engine.stop(failed.id());
        assertEquals(TrackerInfo.State.FAILED, engine.show(failed.id()).state());
    }
}

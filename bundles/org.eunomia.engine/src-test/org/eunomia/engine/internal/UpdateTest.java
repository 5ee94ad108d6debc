package org.eunomia.engine.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eunomia.core.Event;
import org.eunomia.core.EventReader;
import org.eunomia.core.LossLedger;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.StartSpec;
import org.eunomia.core.TrackerId;
import org.eunomia.core.TrackerInfo;
import org.eunomia.core.UpdateReport;
import org.eunomia.core.spec.MapSpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UpdateTest {
    private static final String HOOK = "tp/x";
    private static final FakeObjectLoader.Shape SHAPE = FakeObjectLoader.Shape.empty().ring("rb", 1 << 16).counting("rb").map("counts", "hash", 4, 8, 16)
            .program("handle", HOOK);
    private final FakeObjectLoader kernel = new FakeObjectLoader().with("one", SHAPE).with("two", SHAPE);
    private final Engine engine = new Engine(kernel);
    private final StartSpec one = StartSpec.of(Packages.of("one", Packages.ring("rb", 0), counts(16)));
    private final StartSpec two = StartSpec.of(Packages.of("two", Packages.ring("rb", 0), counts(16)));

    private static MapSpec counts(int entries) {
        MapSpec table = Packages.table("counts", "hash");
        return new MapSpec(table.name(), table.type(), entries, table.key(), table.value(), table.output(), List.of());
    }

    @AfterEach
    void leavesNothing() {
        kernel.detaching.countDown();
        engine.close();
        assertEquals(List.of(), kernel.residue());
    }

    private void fire(int number) {
        kernel.fire(HOOK, FakeObject.number(number));
    }

    @Test
    void goesOnWithTheNextGenerationAndReportsWhatItCost() throws Exception {
        TrackerId id = engine.start(one).id();
        EventReader reader = engine.events(id, 0);
        for (int i = 0; i < 3; i++) fire(i);
        Reading.take(reader, 3);
        kernel.detaching = new CountDownLatch(1);
        UpdateReport early = engine.update(id, two, false);
        assertFalse(early.settled());
        for (int i = 3; i < 5; i++) fire(i);
        kernel.detaching.countDown();
        UpdateReport report = engine.lastUpdate(id, Reading.DEADLINE);
        for (int i = 5; i < 10; i++) fire(i);
        assertTrue(report.settled());
        assertEquals(Map.of(1, 5L, 2, 2L), report.records());
        assertEquals(2, report.duplicatesPossible());
        assertEquals(0, report.lost());
        List<Event> events = Reading.take(reader, 9);
        assertEquals(List.of(3, 4), Reading.numbers(events.stream().filter(e -> e.generation() == 1).toList()));
        assertEquals(IntStream.range(3, 10).boxed().toList(), Reading.numbers(events.stream().filter(e -> e.generation() == 2).toList()));
        assertEquals(IntStream.range(3, 12).mapToObj(Long::valueOf).toList(), events.stream().map(Event::position).toList());
        TrackerInfo info = engine.show(id);
        assertEquals(List.of(2, "one", "two", TrackerInfo.State.RUNNING), List.of(info.generation(), info.name(), info.pack().name(), info.state()));
    }

    @Test
    void leavesTheOldGenerationAloneWhateverStepFails() throws Exception {
        TrackerId id = engine.start(one).id();
        EventReader reader = engine.events(id, 0);
        List<String> alive = kernel.residue();
        for (String step : List.of("load", "records rb", "map .data.loss", "attach handle")) {
            kernel.failAt(step);
            assertThrows(OperationFailedException.class, () -> engine.update(id, two, false));
            kernel.failNoMore();
            assertEquals(alive, kernel.residue(), step);
            fire(1);
            assertEquals(1, Reading.take(reader, 1).getFirst().generation());
            assertEquals(1, engine.show(id).generation());
        }
    }

    @Test
    void carriesMapsOfEqualShapeWhenAsked() throws Exception {
        TrackerId id = engine.start(one).id();
        kernel.object(0).content("counts").update(FakeObject.number(1), new byte[8]);
        engine.update(id, two, true);
        assertSame(kernel.object(0).content("counts"), kernel.object(1).content("counts"));
        assertEquals(1, engine.entries(id, "counts").size());
        engine.update(id, two, false);
        assertEquals(0, engine.entries(id, "counts").size());
    }

    @Test
    void carriesNoMapOfAnotherShape() throws Exception {
        TrackerId id = engine.start(one).id();
        engine.update(id, StartSpec.of(Packages.of("two", Packages.ring("rb", 0), counts(32))), true);
        assertEquals(Set.of(), kernel.loaded.getLast().reuse().keySet());
        engine.update(id, new StartSpec(two.pack(), "", Map.of(), Map.of("counts", 64)), true);
        assertEquals(Set.of(), kernel.loaded.getLast().reuse().keySet());
    }

    @Test
    void neverMissesARecordThroughManyUpdates() throws Exception {
        TrackerId id = engine.start(one).id();
        EventReader reader = engine.events(id, 0);
        AtomicBoolean done = new AtomicBoolean();
        int[] fired = {0};
        Thread traced = Thread.ofPlatform().start(() -> {
            while (!done.get()) {
                fire(fired[0]++);
                for (FakeObject o : kernel.objects) while (o.buffer("rb").waiting() > 3000) Thread.onSpinWait();
            }
        });
        Set<Integer> seen = new HashSet<>();
        Thread collector = Thread.ofPlatform().start(() -> {
            try {
                seen.addAll(Reading.numbers(Reading.takeAll(reader)));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        for (int i = 0; i < 20; i++) engine.update(id, i % 2 == 0 ? two : one, false);
        done.set(true);
        traced.join();
        LossLedger losses = engine.losses(id);
        engine.stop(id);
        collector.join();
        assertEquals(0, losses.lost());
        assertEquals(21, engine.show(id).generation());
        assertEquals(Set.of(), IntStream.range(0, fired[0]).boxed().filter(n -> !seen.contains(n)).collect(Collectors.toSet()));
    }

    @Test
    void keepsTheLedgerOverGenerations() throws Exception {
        FakeObjectLoader.Shape tiny = FakeObjectLoader.Shape.empty().ring("rb", 64).counting("rb").program("handle", HOOK);
        kernel.with("one", tiny).with("two", tiny);
        TrackerId id = engine.start(StartSpec.of(Packages.of("one", Packages.ring("rb", 0)))).id();
        for (int i = 0; i < 100; i++) fire(i);
        engine.update(id, StartSpec.of(Packages.of("two", Packages.ring("rb", 0))), false);
        UpdateReport report = engine.lastUpdate(id, Reading.DEADLINE);
        for (int i = 0; i < 100; i++) fire(i);
        assertEquals(0, report.lost());
        engine.stop(id);
        assertEquals(200, engine.losses(id).produced());
    }

    @Test
    void endsOnlyAfterTheOldGenerationIsGone() throws Exception {
        TrackerId id = engine.start(one).id();
        kernel.detaching = new CountDownLatch(1);
        engine.update(id, two, false);
        Thread stopping = Thread.ofPlatform().start(() -> engine.close());
        Reading.until("waiting for the old generation", () -> stopping.getState() == Thread.State.WAITING);
        assertEquals(TrackerInfo.State.RUNNING, engine.show(id).state());
        kernel.detaching.countDown();
        stopping.join(Reading.DEADLINE);
        assertEquals(TrackerInfo.State.STOPPED, engine.show(id).state());
    }

    @Test
    void refusesToUpdateWhatHasEnded() throws Exception {
        TrackerId id = engine.start(one).id();
        engine.stop(id);
        assertThrows(OperationFailedException.class, () -> engine.update(id, two, false));
    }
}

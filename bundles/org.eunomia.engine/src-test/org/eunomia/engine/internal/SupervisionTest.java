package org.eunomia.engine.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.eunomia.core.EventReader;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.StartOptions;
import org.eunomia.core.StartOptions.Budget;
import org.eunomia.core.StartSpec;
import org.eunomia.core.TrackerId;
import org.eunomia.core.TrackerInfo;
import org.eunomia.core.TrackerStats;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a tracker uses is seen, and kept within what it may. */
class SupervisionTest {
    private static final String HOOK = "tp/x";
    private final FakeObjectLoader kernel = new FakeObjectLoader()
            .with("demo", FakeObjectLoader.Shape.empty().ring("rb", 1 << 20).map("counts", "hash", 4, 8, 16).program("handle", HOOK));
    private final AtomicLong clock = new AtomicLong(-1_000);
    private final Engine engine = new Engine(kernel, EventBuffer.Limits.DEFAULT, clock::get, false);

    @AfterEach
    void leavesNothing() {
        engine.close();
        assertEquals(List.of(), kernel.residue());
    }

    private static StartSpec demo(Duration timeToLive, Budget budget) {
        StartOptions options = new StartOptions(Map.of("team", "net"), timeToLive, budget, false);
        return new StartSpec(Packages.of("demo", Packages.ring("rb")), "", Map.of(), Map.of(), options);
    }

    /** Time passes, and {@code events} happen in each second of it. */
    private void pass(int seconds, int events, TrackerId id) throws Exception {
        for (int s = 0; s < seconds; s++) {
            long before = engine.losses(id).delivered();
            for (int i = 0; i < events; i++) kernel.fire(HOOK, FakeObject.number(i));
            Reading.until("events read", () -> delivered(id) == before + events);
            clock.addAndGet(TimeUnit.SECONDS.toNanos(1));
            engine.supervision().tick();
        }
    }

    private long delivered(TrackerId id) {
        try {
            return engine.losses(id).delivered();
        } catch (OperationFailedException e) {
            throw new IllegalStateException(e);
        }
    }

    private TrackerInfo ended(TrackerId id) throws Exception {
        Reading.until("the end", () -> engine.list().getFirst().state() != TrackerInfo.State.RUNNING);
        return engine.show(id);
    }

    @Test
    void tellsWhatATrackerUses() throws Exception {
        TrackerId id = engine.start(demo(Duration.ZERO, Budget.UNLIMITED)).id();
        engine.stats(id);
        pass(3, 100, id);
        TrackerStats stats = engine.stats(id);
        assertEquals(3000, stats.upMillis());
        assertEquals(100, stats.eventsPerSecond(), 1e-9);
        assertEquals(0.01, stats.cpuPercent(), 1e-9);
        assertEquals(List.of(new TrackerStats.ProgramStats("handle", 100, 300, 300 * FakeObjectLoader.RUN_NANOS, 0)), stats.programs());
        assertEquals(new TrackerStats.MapStats("counts", "hash", 201, 16, FakeObjectLoader.MAP_BYTES), stats.maps().get(1));
        assertEquals(300, stats.losses().produced());
    }

    @Test
    void addsUpWhatGenerationsUse() throws Exception {
        TrackerId id = engine.start(demo(Duration.ZERO, Budget.UNLIMITED)).id();
        engine.stats(id);
        pass(1, 500, id);
        engine.update(id, demo(Duration.ZERO, Budget.UNLIMITED), false);
        engine.lastUpdate(id, Reading.DEADLINE);
        pass(1, 500, id);
        assertEquals(0.05, engine.stats(id).cpuPercent(), 1e-9);
        assertEquals(500, engine.stats(id).programs().getFirst().runCount());
    }

    @Test
    void keepsStatisticsOnlyWhileSomebodyLooks() throws Exception {
        TrackerId id = engine.start(demo(Duration.ZERO, Budget.UNLIMITED)).id();
        pass(1, 10, id);
        assertFalse(kernel.keepsStatistics());
        engine.stats(id);
        assertTrue(kernel.keepsStatistics());
        pass(9, 1, id);
        assertTrue(kernel.keepsStatistics());
        engine.stats(id);
        pass(9, 1, id);
        assertTrue(kernel.keepsStatistics());
        pass(1, 1, id);
        assertFalse(kernel.keepsStatistics());
    }

    @Test
    void tellsTheRestWithoutThePrivilegeForStatistics() throws Exception {
        TrackerId id = engine.start(demo(Duration.ZERO, Budget.UNLIMITED)).id();
        kernel.failAt("statistics");
        pass(2, 10, id);
        assertEquals(10, engine.stats(id).eventsPerSecond(), 1e-9);
        assertEquals(List.of("how long its programs run is not known: statistics: told to fail"), engine.show(id).notices());
    }

    @Test
    void tellsHowLongAnEndedTrackerRan() throws Exception {
        TrackerId id = engine.start(demo(Duration.ZERO, Budget.UNLIMITED)).id();
        pass(2, 10, id);
        engine.stop(id);
        clock.addAndGet(TimeUnit.SECONDS.toNanos(100));
        assertEquals(new TrackerStats(id, 2000, 0, 0, engine.losses(id), List.of(), List.of()), engine.stats(id));
        assertEquals(20, engine.losses(id).delivered());
    }

    @Test
    void keepsLabels() throws Exception {
        assertEquals(Map.of("team", "net"), engine.start(demo(Duration.ZERO, Budget.UNLIMITED)).options().labels());
    }

    @Test
    void endsATrackerWhoseTimeIsOver() throws Exception {
        TrackerId id = engine.start(demo(Duration.ofSeconds(90), Budget.UNLIMITED)).id();
        EventReader reader = engine.events(id, 0);
        pass(89, 1, id);
        assertEquals(TrackerInfo.State.RUNNING, engine.show(id).state());
        pass(1, 1, id);
        TrackerInfo info = ended(id);
        assertEquals("STOPPED, its time to live of 1m30s is over", info.state() + ", " + info.reason());
        assertEquals(90, Reading.takeAll(reader).size());
    }

    @Test
    void letsABurstPassButNotTooManyEventsForSeconds() throws Exception {
        TrackerId id = engine.start(demo(Duration.ZERO, new Budget(100, 0, 0))).id();
        pass(1, 150, id);
        pass(6, 50, id);
        assertEquals(TrackerInfo.State.RUNNING, engine.show(id).state());
        pass(5, 110, id);
        assertEquals("it sent 110 events per second, allowed are 100", ended(id).reason());
    }

    @Test
    void endsATrackerWhoseProgramsTakeTooMuchTime() throws Exception {
        TrackerId id = engine.start(demo(Duration.ZERO, new Budget(0, 1, 0))).id();
        assertTrue(kernel.keepsStatistics());
        pass(8, 5_000, id);
        assertEquals(TrackerInfo.State.RUNNING, engine.show(id).state());
        pass(5, 11_000, id);
        assertEquals("its programs took 1.1 % of a CPU, allowed are 1 %", ended(id).reason());
        clock.addAndGet(Supervision.LOOK.toNanos());
        engine.supervision().tick();
        assertFalse(kernel.keepsStatistics());
    }

    @Test
    void refusesABudgetOfTimeThatItCannotHold() {
        kernel.failAt("statistics");
        assertThrows(OperationFailedException.class, () -> engine.start(demo(Duration.ZERO, new Budget(0, 1, 0))));
        assertEquals(List.of(), engine.list());
    }

    @Test
    void refusesMapsThatAreTooLarge() throws Exception {
        Budget one = new Budget(0, 0, FakeObjectLoader.MAP_BYTES);
        OperationFailedException e = assertThrows(OperationFailedException.class, () -> engine.start(demo(Duration.ZERO, one)));
        assertEquals(new Failure.LimitExceeded("map memory of tracker demo, 8192 bytes,", "4096 bytes", "make its maps smaller, or its budget larger"), e.failure());
        assertEquals(List.of(), engine.list());
        assertEquals(List.of(), kernel.residue());
    }

    @Test
    void anUpdateMayBringAnotherBudget() throws Exception {
        TrackerId id = engine.start(demo(Duration.ofHours(1), new Budget(1000, 0, 0))).id();
        pass(6, 500, id);
        engine.update(id, demo(Duration.ZERO, Budget.UNLIMITED), false);
        assertEquals(new Budget(1000, 0, 0), engine.show(id).options().budget(), "none is no other");
        engine.lastUpdate(id, Reading.DEADLINE);
        engine.update(id, demo(Duration.ZERO, new Budget(100, 0, 0)), false);
        engine.lastUpdate(id, Reading.DEADLINE);
        assertEquals(new StartOptions(Map.of("team", "net"), Duration.ofHours(1), new Budget(100, 0, 0), false), engine.show(id).options());
        pass(6, 90, id);
        assertEquals(TrackerInfo.State.RUNNING, engine.show(id).state(), "what was before does not count against it");
        pass(1, 200, id);
        assertEquals("it sent 112 events per second, allowed are 100", ended(id).reason());
    }

    @Test
    void anUpdateWhoseBudgetCannotBeHeldLeavesTheOldGeneration() throws Exception {
        TrackerId id = engine.start(demo(Duration.ZERO, Budget.UNLIMITED)).id();
        Budget small = new Budget(0, 0, FakeObjectLoader.MAP_BYTES);
        assertThrows(OperationFailedException.class, () -> engine.update(id, demo(Duration.ZERO, small), false));
        kernel.failAt("statistics");
        assertThrows(OperationFailedException.class, () -> engine.update(id, demo(Duration.ZERO, new Budget(0, 1, 0)), false));
        assertEquals(1, engine.show(id).generation());
        assertEquals(Budget.UNLIMITED, engine.show(id).options().budget());
    }

    @Test
    void refusesANextGenerationWhoseMapsAreTooLarge() throws Exception {
        kernel.with("large", FakeObjectLoader.Shape.empty().ring("a", 4096).ring("b", 4096).ring("c", 4096).program("handle", HOOK));
        TrackerId id = engine.start(demo(Duration.ZERO, new Budget(0, 0, 2 * FakeObjectLoader.MAP_BYTES))).id();
        StartSpec large = StartSpec.of(Packages.of("large", Packages.ring("a")));
        assertThrows(OperationFailedException.class, () -> engine.update(id, large, false));
        pass(1, 10, id);
        assertEquals(1, engine.show(id).generation());
    }
}

package org.eunomia.tests.kernel.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import org.eunomia.core.StartOptions;
import org.eunomia.core.StartSpec;
import org.eunomia.core.TrackerId;
import org.eunomia.core.TrackerInfo;
import org.eunomia.core.TrackerService;
import org.eunomia.core.TrackerStats;
import org.eunomia.tests.kernel.kit.Await;
import org.eunomia.tests.kernel.kit.CallingProcess;
import org.eunomia.tests.kernel.kit.ResidueCheck;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ResidueCheck.class)
class StatsTest {
    private static final int RING = 1 << 20;

    @Test
    void countsRunsOnceSomebodyLooks() throws Exception {
        try (CallingProcess traced = new CallingProcess(); TrackerService engine = EngineKit.engine()) {
            TrackerId id = engine.start(EngineKit.calls(traced.pid(), RING)).id();
            long before = engine.stats(id).programs().getFirst().runCount();
            traced.call(1000);
            TrackerStats stats = engine.stats(id);
            TrackerStats.ProgramStats program = stats.programs().getFirst();
            assertEquals(EngineKit.PROGRAM, program.name());
            assertTrue(program.runCount() - before >= 1000 && program.runNanos() > 0 && program.kernelId() > 0 && program.verifiedInstructions() > 0, program.toString());
            TrackerStats.MapStats ring = stats.maps().stream().filter(m -> m.name().equals("rb")).findFirst().orElseThrow();
            assertTrue(ring.memoryBytes() >= RING, ring.toString());
        }
    }

    /** An emulated machine is busy with the events alone. */
    @Tag("host")
    @Test
    void endsATrackerOfTooManyEvents() throws Exception {
        try (CallingProcess traced = new CallingProcess(); TrackerService engine = EngineKit.engine()) {
            StartSpec calls = EngineKit.calls(traced.pid(), RING);
            StartOptions options = new StartOptions(Map.of(), Duration.ZERO, new StartOptions.Budget(50, 0, 0), false);
            TrackerId id = engine.start(new StartSpec(calls.pack(), "", calls.params(), calls.mapEntries(), options)).id();
            traced.run();
            Await.until("the tracker is stopped", () -> engine.show(id).state() == TrackerInfo.State.STOPPED);
            traced.halt();
            assertTrue(engine.show(id).reason().endsWith("events per second, allowed are 50"), engine.show(id).reason());
        }
    }
}

package org.eunomia.tests.kernel.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import org.eunomia.core.Event;
import org.eunomia.core.EventBatch;
import org.eunomia.core.EventReader;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.StartSpec;
import org.eunomia.core.TrackerId;
import org.eunomia.core.TrackerService;
import org.eunomia.core.UpdateReport;
import org.eunomia.core.spec.Package;
import org.eunomia.tests.kernel.kit.BpfPackage;
import org.eunomia.tests.kernel.kit.CallingProcess;
import org.eunomia.tests.kernel.kit.LoadedNames;
import org.eunomia.tests.kernel.kit.ResidueCheck;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ResidueCheck.class)
class UpdateTest {
    /** Eight million records, some seconds of calls: garbage collection over a patient engine's heap was seen to pause for 0.8 s, and 16 MiB last about one. */
    private static final int RING = 128 << 20;

    /** Takes all events of a tracker. */
    private static final class Collector {
        final BitSet seen = new BitSet();
        long skipped;
        long records;
        private final Thread thread;
        private Throwable fault;

        Collector(EventReader reader) {
            thread = Thread.ofPlatform().start(() -> {
                try {
                    for (boolean end = false; !end;) {
                        EventBatch batch = reader.read(Duration.ofSeconds(1));
                        for (Event e : batch.events()) seen.set(EngineKit.number(e));
                        records += batch.events().size();
                        skipped += batch.skipped();
                        end = batch.end();
                    }
                } catch (Throwable e) {
                    fault = e;
                }
            });
        }

        void finish() throws InterruptedException {
            thread.join(EngineKit.DEADLINE);
            assertFalse(thread.isAlive());
            if (fault != null) throw new AssertionError(fault);
        }
    }

    /** An emulated machine does not read as fast as it writes. */
    @Tag("host")
    @Test
    void losesNoCallThroughAHundredUpdatesAtFullSpeed() throws Exception {
        try (CallingProcess traced = new CallingProcess(); TrackerService engine = EngineKit.patientEngine()) {
            TrackerId id = engine.start(EngineKit.calls(traced.pid(), RING)).id();
            Collector collector = new Collector(engine.events(id, 0));
            traced.run();
            for (int i = 0; i < 100; i++) {
                engine.update(id, EngineKit.calls(traced.pid(), RING), false);
                UpdateReport report = engine.lastUpdate(id, EngineKit.DEADLINE);
                assertTrue(report.settled());
                assertEquals(0, report.lost());
            }
            int made = traced.halt();
            engine.stop(id);
            collector.finish();
            assertEquals(0, collector.skipped, "seen " + collector.records);
            assertEquals(0, engine.losses(id).lost());
            assertEquals(made, collector.seen.nextClearBit(0));
            assertEquals(101, engine.show(id).generation());
            assertEquals(List.of(), LoadedNames.named(EngineKit.PROGRAM));
        }
    }

    @Test
    void leavesTheRunningGenerationAloneWhenTheNextDoesNotLoad() throws Exception {
        Package bad = BpfPackage.build("bad", """
                const volatile int target_pid = 0;
                SEC("tracepoint/syscalls/sys_enter_getpriority") int %s_bad(void *ctx) { return *(int *)(long)target_pid; }
                """.formatted(EngineKit.PROGRAM));
        try (CallingProcess traced = new CallingProcess(); TrackerService engine = EngineKit.engine()) {
            TrackerId id = engine.start(EngineKit.calls(traced.pid(), 1 << 20)).id();
            EventReader reader = engine.events(id, 0);
            assertThrows(OperationFailedException.class, () -> engine.update(id, StartSpec.of(bad), false));
            traced.call(100);
            assertEquals(100, EngineKit.take(reader, 100).stream().filter(e -> e.generation() == 1).count());
            assertEquals(List.of(EngineKit.PROGRAM), LoadedNames.named(EngineKit.PROGRAM));
        }
    }

    @Test
    void carriesTheContentOfMaps() throws Exception {
        try (CallingProcess traced = new CallingProcess(); TrackerService engine = EngineKit.engine()) {
            TrackerId id = engine.start(EngineKit.calls(traced.pid(), 1 << 20)).id();
            traced.call(100);
            engine.update(id, EngineKit.calls(traced.pid(), 1 << 20), true);
            engine.lastUpdate(id, EngineKit.DEADLINE);
            traced.call(50);
            assertEquals(150, ByteBuffer.wrap(engine.entries(id, "totals").getFirst().value()).order(ByteOrder.nativeOrder()).getLong());
            engine.update(id, EngineKit.calls(traced.pid(), 1 << 20), false);
            assertEquals(List.of(), engine.entries(id, "totals"));
        }
    }
}

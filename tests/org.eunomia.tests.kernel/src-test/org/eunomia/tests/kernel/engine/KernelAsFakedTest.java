package org.eunomia.tests.kernel.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eunomia.core.MapEntry;
import org.eunomia.core.spec.MapSpec;
import org.eunomia.core.spec.Package;
import org.eunomia.kernel.Link;
import org.eunomia.kernel.LoadedObject;
import org.eunomia.kernel.MapAccess;
import org.eunomia.kernel.ObjectLoader;
import org.eunomia.kernel.ObjectSpec;
import org.eunomia.kernel.RecordSource;
import org.eunomia.kernel.RunStatistics;
import org.eunomia.kernel.TraceSource;
import org.eunomia.tests.kernel.kit.Await;
import org.eunomia.tests.kernel.kit.BpfPackage;
import org.eunomia.tests.kernel.kit.CallingProcess;
import org.eunomia.tests.kernel.kit.Kernel;
import org.eunomia.tests.kernel.kit.KernelObjects;
import org.eunomia.tests.kernel.kit.ResidueCheck;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Holds the kernel to what {@code FakeObjectLoader} in the engine's tests claims of it, in the order of that claim. */
@ExtendWith(ResidueCheck.class)
class KernelAsFakedTest {
    /** A record is 8 bytes and its header as many: 256 fill the ring. */
    private static final int RING_HOLDS = 4096 / 16;
    private static Package pack;
    private final ObjectLoader loader = Kernel.loader();

    @BeforeAll
    static void build() {
        pack = BpfPackage.build("faked", """
                struct event { int number; int pid; };
                struct { __uint(type, BPF_MAP_TYPE_RINGBUF); __uint(max_entries, 4096); } rb SEC(".maps");
                struct { __uint(type, BPF_MAP_TYPE_PERF_EVENT_ARRAY); __uint(key_size, 4); __uint(value_size, 4); } perf SEC(".maps");
                struct { __uint(type, BPF_MAP_TYPE_ARRAY); __uint(max_entries, 2); __type(key, int); __type(value, long); } slots SEC(".maps");
                struct { __uint(type, BPF_MAP_TYPE_HASH); __uint(max_entries, 8); __type(key, int); __type(value, long); } counts SEC(".maps");
                const volatile int target_pid = 0;
                SEC("tracepoint/syscalls/sys_enter_getpriority") int ekf_ring(struct trace_event_raw_sys_enter *ctx) {
                  int pid = bpf_get_current_pid_tgid() >> 32;
                  if (pid != target_pid) return 0;
                  struct event *e = bpf_ringbuf_reserve(&rb, sizeof *e, 0);
                  if (!e) return 0;
                  e->number = ctx->args[1];
                  e->pid = pid;
                  bpf_ringbuf_submit(e, 0);
                  return 0;
                }
                SEC("tracepoint/syscalls/sys_enter_getpriority") int ekf_perf(struct trace_event_raw_sys_enter *ctx) {
                  struct event e = {.number = ctx->args[1], .pid = bpf_get_current_pid_tgid() >> 32};
                  if (e.pid == target_pid) bpf_perf_event_output(ctx, &perf, BPF_F_CURRENT_CPU, &e, sizeof e);
                  return 0;
                }
                SEC("tracepoint/syscalls/sys_enter_getpriority") int ekf_print(struct trace_event_raw_sys_enter *ctx) {
                  if (bpf_get_current_pid_tgid() >> 32 == target_pid) bpf_printk("call %d", (int)ctx->args[1]);
                  return 0;
                }
                """);
    }

    private LoadedObject load(int pid, Map<String, MapAccess> reuse) throws Exception {
        byte[] target = ByteBuffer.allocate(4).order(ByteOrder.nativeOrder()).putInt(0, pid).array();
        ObjectSpec.GlobalValue value = new ObjectSpec.GlobalValue(".rodata", pack.params().getFirst().offset(), target);
        return loader.load(new ObjectSpec("faked", pack.object(), List.of(value), Map.of(), Map.of(), reuse, null));
    }

    private LoadedObject load(int pid) throws Exception {
        return load(pid, Map.of());
    }

    private static List<Integer> drain(RecordSource source, int limit) {
        List<Integer> numbers = new ArrayList<>();
        int count = source.drain(r -> numbers.add(r.getInt(r.position())), limit);
        assertEquals(count, numbers.size());
        return numbers;
    }

    private static List<Integer> range(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }

    @Test
    void aProgramWritesWhileItIsAttachedIntoEachObjectThatItIsAttachedIn() throws Exception {
        try (CallingProcess traced = new CallingProcess(); LoadedObject one = load(traced.pid()); LoadedObject two = load(traced.pid());
                RecordSource ofOne = one.records("rb"); RecordSource ofTwo = two.records("rb")) {
            traced.call(1);
            Link link = one.attach("ekf_ring");
            traced.call(1);
            two.attach("ekf_ring");
            traced.call(1);
            link.close();
            traced.call(1);
            assertEquals(List.of(1, 2), drain(ofOne, 100));
            assertEquals(List.of(2, 3), drain(ofTwo, 100));
        }
    }

    // That one call sees the programs of one moment, and that closing a link waits for those that run, is what UpdateTest lives on.

    @Test
    void recordsComeInOrderAndNoMoreThanAsked() throws Exception {
        try (CallingProcess traced = new CallingProcess(); LoadedObject object = load(traced.pid()); RecordSource source = object.records("rb")) {
            object.attach("ekf_ring");
            traced.call(100);
            assertEquals(range(0, 30), drain(source, 30));
            assertEquals(range(30, 100), drain(source, 1000));
            assertEquals(List.of(), drain(source, 1000));
        }
    }

    @Test
    void aRingHoldsSoManyBytesAndTheRestIsCounted() throws Exception {
        try (CallingProcess traced = new CallingProcess(); LoadedObject object = load(traced.pid()); RecordSource source = object.records("rb")) {
            object.attach("ekf_ring");
            traced.call(1000);
            int held = drain(source, 10_000).size();
            assertTrue(held <= RING_HOLDS && held >= RING_HOLDS - 1, held + " records");
            MapSpec ring = pack.maps().stream().filter(m -> m.name().equals("rb")).findFirst().orElseThrow();
            LoadedObject.MapInfo data = object.maps().stream().filter(m -> m.internal() && m.name().endsWith(MapSpec.LOSS_SECTION)).findFirst().orElseThrow();
            ByteBuffer counters = ByteBuffer.wrap(object.map(data.name()).lookup(new byte[4]).orElseThrow()).order(ByteOrder.nativeOrder());
            assertEquals(1000 - held, ring.lossOffsets().stream().mapToLong(counters::getLong).sum());
        }
    }

    @Test
    void aPerfBufferCountsWhatItDoesNotTake() throws Exception {
        try (CallingProcess traced = new CallingProcess(); LoadedObject object = load(traced.pid()); RecordSource source = object.records("perf")) {
            object.attach("ekf_perf");
            traced.pin();
            int made = traced.call(100_000);
            int got = drain(source, Integer.MAX_VALUE).size();
            assertTrue(got < made, "all fitted in");
            // The kernel tells what it dropped with the next record that fits into the same processor's buffer.
            made = traced.call(100);
            got += drain(source, Integer.MAX_VALUE).size();
            assertEquals(made, got + source.lost());
        }
    }

    @Test
    void recordsOutliveTheirLink() throws Exception {
        try (CallingProcess traced = new CallingProcess(); LoadedObject object = load(traced.pid()); RecordSource source = object.records("rb")) {
            Link link = object.attach("ekf_ring");
            traced.call(5);
            link.close();
            assertEquals(range(0, 5), drain(source, 100));
        }
    }

    @Test
    void aWaitEndsWithARecordAndWhenWoken() throws Exception {
        Duration longTime = Duration.ofMinutes(1);
        try (CallingProcess traced = new CallingProcess(); LoadedObject object = load(traced.pid()); RecordSource source = object.records("rb");
                RecordSource other = object.records("perf")) {
            object.attach("ekf_ring");
            long start = System.nanoTime();
            source.wake();
            source.await(longTime);
            for (boolean several : new boolean[] {false, true}) {
                Thread waiting = Thread.ofPlatform().start(() -> {
                    if (several) loader.await(List.of(other, source), longTime);
                    else source.await(longTime);
                });
                traced.call(1);
                waiting.join(longTime);
                assertEquals(1, drain(source, 10).size());
                Thread again = Thread.ofPlatform().start(() -> {
                    if (several) loader.await(List.of(other, source), longTime);
                    else source.await(longTime);
                });
                source.wake();
                again.join(longTime);
            }
            assertTrue(System.nanoTime() - start < longTime.toNanos() / 2);
        }
    }

    @Test
    void aMapHasOneSourceAtATime() throws Exception {
        try (CallingProcess traced = new CallingProcess(); LoadedObject object = load(traced.pid())) {
            RecordSource first = object.records("rb");
            assertThrows(IllegalStateException.class, () -> object.records("rb"));
            first.close();
            object.attach("ekf_ring");
            traced.call(1);
            try (RecordSource second = object.records("rb")) {
                assertEquals(List.of(0), drain(second, 10));
            }
        }
    }

    @Test
    void mapsHoldWhatWasWrittenAndArraysAreFullFromTheStart() throws Exception {
        byte[] one = {1, 0, 0, 0};
        byte[] value = {7, 0, 0, 0, 0, 0, 0, 0};
        try (LoadedObject object = load(1)) {
            assertEquals(2, object.map("slots").entries().size());
            MapAccess counts = object.map("counts");
            assertTrue(counts.lookup(one).isEmpty());
            counts.update(one, value);
            assertArrayEquals(value, counts.lookup(one).orElseThrow());
            MapEntry entry = counts.entries().getFirst();
            assertArrayEquals(one, entry.key());
            assertArrayEquals(value, entry.value());
            assertTrue(counts.delete(one));
            assertFalse(counts.delete(one));
        }
    }

    @Test
    void printedLinesComeWithPidAndCommand() throws Exception {
        try (CallingProcess traced = new CallingProcess(); LoadedObject object = load(traced.pid()); TraceSource trace = object.trace()) {
            object.attach("ekf_print");
            traced.call(3);
            List<TraceSource.Line> lines = new ArrayList<>();
            Await.until("three lines came", () -> {
                lines.addAll(trace.read(Duration.ofMillis(100)));
                return lines.size() >= 3;
            });
            assertEquals(List.of("call 0", "call 1", "call 2"), lines.stream().map(TraceSource.Line::text).toList());
            assertTrue(lines.stream().allMatch(l -> l.pid() == traced.pid() && l.comm().equals(CallingProcess.NAME)), lines.toString());
        }
    }

    @Test
    void aReusedMapIsTheSameAndOutlivesItsFirstObject() throws Exception {
        byte[] one = {1, 0, 0, 0};
        try (LoadedObject first = load(1)) {
            first.map("counts").update(one, new byte[8]);
            try (LoadedObject second = load(1, Map.of("counts", first.map("counts")))) {
                second.map("counts").update(new byte[4], new byte[8]);
                assertEquals(2, first.map("counts").entries().size());
                first.close();
                assertEquals(2, second.map("counts").entries().size());
            }
        }
    }

    @Test
    void runsAreCountedWhileSomebodyKeepsStatistics() throws Exception {
        try (CallingProcess traced = new CallingProcess(); LoadedObject object = load(traced.pid())) {
            object.attach("ekf_ring");
            traced.call(1000);
            try (RunStatistics on = loader.keepStatistics()) {
                traced.call(500);
            }
            LoadedObject.RunInfo runs = object.runs().stream().filter(r -> r.program().equals("ekf_ring")).findFirst().orElseThrow();
            assertTrue(runs.count() >= 500 && runs.nanos() > 0, runs.toString());
            assertTrue(object.memoryBytes("rb") >= 4096);
        }
    }

    // That a hook takes a program in place of another by its link, which then is spent, is what InPlaceUpdateTest lives on.

    @Test
    void aClosedObjectLeavesNothing() throws Exception {
        LoadedObject object = load(1);
        List<String> programs = object.programs().stream().map(p -> "prog " + p.id()).toList();
        object.attach("ekf_ring");
        object.records("rb");
        assertTrue(programs.stream().allMatch(KernelObjects::exists));
        object.close();
        Await.until("the programs are gone", () -> programs.stream().noneMatch(KernelObjects::exists));
    }
}

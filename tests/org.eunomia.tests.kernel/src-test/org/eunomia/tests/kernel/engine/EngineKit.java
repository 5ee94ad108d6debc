package org.eunomia.tests.kernel.engine;

import static org.junit.jupiter.api.Assertions.fail;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.eunomia.core.Event;
import org.eunomia.core.EventBatch;
import org.eunomia.core.EventReader;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.StartSpec;
import org.eunomia.core.TrackerService;
import org.eunomia.core.TrackerServiceFactory;
import org.eunomia.core.spec.Package;
import org.eunomia.tests.kernel.kit.BpfPackage;
import org.eunomia.tests.kernel.kit.Kernel;

/** What the tests of this package share. */
final class EngineKit {
    static final Duration DEADLINE = Duration.ofSeconds(30);

    /** Nobody else on this machine has one of that name. */
    static final String PROGRAM = "ek_" + ProcessHandle.current().pid();

    private EngineKit() { }

    static TrackerService engine() throws OperationFailedException {
        Kernel.loader(); // tells where the shim is
        return ServiceLoader.load(TrackerServiceFactory.class).findFirst().orElseThrow().open();
    }

    /** One whose readers may fall far behind. */
    static TrackerService patientEngine() throws OperationFailedException {
        System.setProperty("eunomia.buffer.events", Integer.toString(1 << 23));
        System.setProperty("eunomia.buffer.bytes", Long.toString(Runtime.getRuntime().maxMemory() / 4));
        try {
            return engine();
        } finally {
            System.clearProperty("eunomia.buffer.events");
            System.clearProperty("eunomia.buffer.bytes");
        }
    }

    /** A tracker of the calls of a {@code CallingProcess}; its program is called {@link #PROGRAM}. */
    static Package calls() {
        return BpfPackage.build("calls", """
                struct event { int number; int pid; };
                struct { __uint(type, BPF_MAP_TYPE_RINGBUF); __uint(max_entries, 1 << 24); } rb SEC(".maps");
                struct { __uint(type, BPF_MAP_TYPE_HASH); __uint(max_entries, 64); __type(key, int); __type(value, long); } totals SEC(".maps");
                const volatile int target_pid = 0;
                SEC("tracepoint/syscalls/sys_enter_getpriority") int %s(struct trace_event_raw_sys_enter *ctx) {
                  int pid = bpf_get_current_pid_tgid() >> 32;
                  long one = 1, *total = bpf_map_lookup_elem(&totals, &pid);
                  if (pid != target_pid) return 0;
                  if (total) __sync_fetch_and_add(total, 1);
                  else bpf_map_update_elem(&totals, &pid, &one, BPF_ANY);
                  struct event *e = bpf_ringbuf_reserve(&rb, sizeof *e, 0);
                  if (!e) return 0;
                  e->number = ctx->args[1];
                  e->pid = pid;
                  bpf_ringbuf_submit(e, 0);
                  return 0;
                }
                """.formatted(PROGRAM));
    }

    static StartSpec of(Package pack, int pid) {
        return new StartSpec(pack, "", Map.of("target_pid", Integer.toString(pid)), Map.of());
    }

    /** With a ring of so many bytes. */
    static StartSpec calls(int pid, int ringBytes) {
        return new StartSpec(calls(), "", Map.of("target_pid", Integer.toString(pid)), Map.of("rb", ringBytes));
    }

    static List<Event> take(EventReader reader, int count) throws Exception {
        List<Event> events = new ArrayList<>();
        long end = System.nanoTime() + DEADLINE.toNanos();
        while (events.size() < count) {
            EventBatch batch = reader.read(Duration.ofSeconds(1));
            events.addAll(batch.events());
            if (events.size() < count && (batch.end() || System.nanoTime() > end)) fail("only " + events.size() + " of " + count + " events came");
        }
        return events;
    }

    static List<Integer> numbers(List<Event> events) {
        return events.stream().map(EngineKit::number).toList();
    }

    static int number(Event event) {
        return ByteBuffer.wrap(event.data()).order(ByteOrder.nativeOrder()).getInt(0);
    }
}

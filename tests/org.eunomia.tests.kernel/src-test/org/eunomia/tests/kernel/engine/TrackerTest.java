package org.eunomia.tests.kernel.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eunomia.core.Event;
import org.eunomia.core.EventReader;
import org.eunomia.core.LossLedger;
import org.eunomia.core.TrackerId;
import org.eunomia.core.TrackerInfo;
import org.eunomia.core.TrackerService;
import org.eunomia.core.spec.Package;
import org.eunomia.pack.PackageWriter;
import org.eunomia.tests.kernel.kit.Await;
import org.eunomia.tests.kernel.kit.BpfPackage;
import org.eunomia.tests.kernel.kit.CallingProcess;
import org.eunomia.tests.kernel.kit.Kernel;
import org.eunomia.tests.kernel.kit.LoadedNames;
import org.eunomia.tests.kernel.kit.ResidueCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(ResidueCheck.class)
class TrackerTest {
    @Test
    void deliversEveryCallOfTheTracedProcessInOrder() throws Exception {
        try (CallingProcess traced = new CallingProcess(); CallingProcess other = new CallingProcess(); TrackerService engine = EngineKit.engine()) {
            TrackerId id = engine.start(EngineKit.calls(traced.pid(), 1 << 20)).id();
            EventReader reader = engine.events(id, 0);
            for (int round = 0; round < 5; round++) {
                traced.call(1000);
                other.call(1000);
                List<Event> events = EngineKit.take(reader, 1000);
                assertEquals(IntStream.range(round * 1000, (round + 1) * 1000).boxed().toList(), EngineKit.numbers(events));
                assertEquals("event", events.getFirst().schema().name());
            }
            assertEquals(new LossLedger(5000, Map.of("rb", 0L), java.util.Map.of()), engine.losses(id));
            assertEquals(1, engine.entries(id, "totals").size());
        }
    }

    @Test
    void showsTheFilesThatAProcessOpens() throws Exception {
        Package pack = BpfPackage.build("opens", """
                struct event { int pid; char file[64]; };
                struct { __uint(type, BPF_MAP_TYPE_RINGBUF); __uint(max_entries, 65536); } rb SEC(".maps");
                const volatile int target_pid = 0;
                SEC("tracepoint/syscalls/sys_enter_openat") int ekt_opens(struct trace_event_raw_sys_enter *ctx) {
                  int pid = bpf_get_current_pid_tgid() >> 32;
                  if (pid != target_pid) return 0;
                  struct event *e = bpf_ringbuf_reserve(&rb, sizeof *e, 0);
                  if (!e) return 0;
                  e->pid = pid;
                  bpf_probe_read_user_str(e->file, sizeof e->file, (void *)ctx->args[1]);
                  bpf_ringbuf_submit(e, 0);
                  return 0;
                }
                """);
        Process shell = new ProcessBuilder("sh", "-c", "read go; exec cat /etc/hostname").start();
        try (TrackerService engine = EngineKit.engine(); Writer in = shell.outputWriter()) {
            EventReader reader = engine.events(engine.start(EngineKit.of(pack, (int) shell.pid())).id(), 0);
            in.write("go\n");
            in.flush();
            List<Object> files = new ArrayList<>();
            while (!files.contains("/etc/hostname")) EngineKit.take(reader, 1).forEach(e -> files.add(e.value().get("file")));
        } finally {
            shell.destroyForcibly();
        }
    }

    @Test
    void countsLossesExactly() throws Exception {
        try (CallingProcess traced = new CallingProcess(); TrackerService engine = EngineKit.engine()) {
            TrackerId id = engine.start(EngineKit.calls(traced.pid(), 4096)).id();
            int made = traced.call(200_000);
            engine.stop(id);
            LossLedger ledger = engine.losses(id);
            assertEquals(made, ledger.produced());
            assertTrue(ledger.delivered() > 0);
            assertTrue(ledger.reserveFailures().get("rb") > 0, ledger.toString());
        }
    }

    @Test
    void leavesNothingWhenStopped() throws Exception {
        try (CallingProcess traced = new CallingProcess(); TrackerService engine = EngineKit.engine()) {
            TrackerId id = engine.start(EngineKit.calls(traced.pid(), 4096)).id();
            assertEquals(List.of(EngineKit.PROGRAM), LoadedNames.named(EngineKit.PROGRAM));
            engine.stop(id);
            Await.until("the program is gone", () -> LoadedNames.named(EngineKit.PROGRAM).isEmpty());
            assertEquals(TrackerInfo.State.STOPPED, engine.show(id).state());
        }
    }

    @Test
    void showsWhatAProgramWithoutOutputPrints() throws Exception {
        Package pack = BpfPackage.build("hello", """
                const volatile int target_pid = 0;
                SEC("tracepoint/syscalls/sys_enter_getpriority") int ekt_hello(struct trace_event_raw_sys_enter *ctx) {
                  if (bpf_get_current_pid_tgid() >> 32 == target_pid) bpf_printk("hello %d", (int)ctx->args[1]);
                  return 0;
                }
                """);
        try (CallingProcess traced = new CallingProcess(); TrackerService engine = EngineKit.engine()) {
            TrackerId id = engine.start(EngineKit.of(pack, traced.pid())).id();
            EventReader reader = engine.events(id, 0);
            traced.call(2);
            List<Event> events = EngineKit.take(reader, 2);
            assertEquals(List.of("hello 0", "hello 1"), events.stream().map(e -> e.value().get("message")).toList());
            assertEquals((long) traced.pid(), events.getFirst().value().get("pid"));
        }
    }

    @Test
    void leavesNothingWhenTheRuntimeIsKilled(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("calls.json"), PackageWriter.write(EngineKit.calls()));
        List<String> command = new ArrayList<>(Kernel.javaCommand(KilledRuntime.class));
        command.add(file.toString());
        Process runtime = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try {
            assertEquals("running", runtime.inputReader().readLine());
            assertEquals(List.of(EngineKit.PROGRAM), LoadedNames.named(EngineKit.PROGRAM));
        } finally {
            runtime.destroyForcibly().onExit().join();
        }
        Await.until("the program is gone", () -> LoadedNames.named(EngineKit.PROGRAM).isEmpty());
    }
}

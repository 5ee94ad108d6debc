package org.eunomia.tests.kernel.hooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.eunomia.core.Event;
import org.eunomia.core.EventReader;
import org.eunomia.core.StartSpec;
import org.eunomia.core.TrackerInfo;
import org.eunomia.core.TrackerService;
import org.eunomia.core.TrackerServiceFactory;
import org.eunomia.tests.kernel.kit.BpfPackage;
import org.eunomia.tests.kernel.kit.LoadedNames;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Hooks at functions of the kernel, for which a kernel has to be configured: probes, trampolines and security hooks. */
@Tag("vm")
class KernelFunctionsTest {
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final String HEAD = """
            struct event { int pid; int ret; char name[64]; };
            struct { __uint(type, BPF_MAP_TYPE_RINGBUF); __uint(max_entries, 65536); } rb SEC(".maps");
            const volatile int target_pid = 0;
            static struct event *begin(void) {
              int pid = bpf_get_current_pid_tgid() >> 32;
              struct event *e = pid == target_pid ? bpf_ringbuf_reserve(&rb, sizeof *e, 0) : 0;
              if (e) { e->pid = pid; e->ret = 0; e->name[0] = 0; }
              return e;
            }
            """;

    private TrackerService service;
    private UnlinkingProcess subject;

    @BeforeEach
    void open() throws Exception {
        service = ServiceLoader.load(TrackerServiceFactory.class).findFirst().orElseThrow().open();
        subject = new UnlinkingProcess();
    }

    @AfterEach
    void close() throws Exception {
        service.close();
        subject.close();
        assertEquals(List.of(), LoadedNames.named("ekf_"));
    }

    @Test
    void kprobeSeesTheArguments() throws Exception {
        EventReader reader = track("""
                SEC("kprobe/do_unlinkat") int BPF_KPROBE(ekf_unlink, int dfd, struct filename *name) {
                  struct event *e = begin();
                  if (!e) return 0;
                  bpf_probe_read_kernel_str(e->name, sizeof e->name, BPF_CORE_READ(name, name));
                  bpf_ringbuf_submit(e, 0);
                  return 0;
                }
                """);
        Path file = subject.file("probed");
        assertEquals(0, subject.unlink(file));
        event(reader, "name", file.toString());
    }

    @Test
    void kretprobeSeesTheResult() throws Exception {
        EventReader reader = track("""
                SEC("kretprobe/do_unlinkat") int BPF_KRETPROBE(ekf_unlinked, long ret) {
                  struct event *e = begin();
                  if (!e) return 0;
                  e->ret = ret;
                  bpf_ringbuf_submit(e, 0);
                  return 0;
                }
                """);
        assertEquals(2, subject.unlink(subject.missing("not-there")));
        event(reader, "ret", -2L);
    }

    @Test
    void fentrySeesTheArguments() throws Exception {
        EventReader reader = track("""
                SEC("fentry/do_unlinkat") int BPF_PROG(ekf_entry, int dfd, struct filename *name) {
                  struct event *e = begin();
                  if (!e) return 0;
                  bpf_probe_read_kernel_str(e->name, sizeof e->name, name->name);
                  bpf_ringbuf_submit(e, 0);
                  return 0;
                }
                """);
        Path file = subject.file("entered");
        assertEquals(0, subject.unlink(file));
        event(reader, "name", file.toString());
    }

    @Test
    void fexitSeesArgumentsAndResult() throws Exception {
        EventReader reader = track("""
                SEC("fexit/do_unlinkat") int BPF_PROG(ekf_exit, int dfd, struct filename *name, long ret) {
                  struct event *e = begin();
                  if (!e) return 0;
                  e->ret = ret;
                  bpf_ringbuf_submit(e, 0);
                  return 0;
                }
                """);
        assertEquals(2, subject.unlink(subject.missing("not-there")));
        event(reader, "ret", -2L);
    }

    @Test
    void securityHookSeesAndRefuses() throws Exception {
        EventReader reader = track("""
                SEC("lsm/inode_unlink") int BPF_PROG(ekf_guard, struct inode *dir, struct dentry *dentry) {
                  struct event *e = begin();
                  if (!e) return 0;
                  bpf_probe_read_kernel_str(e->name, sizeof e->name, dentry->d_name.name);
                  int refused = e->name[0] == 'k' && e->name[1] == 'e' && e->name[2] == 'p' && e->name[3] == 't';
                  e->ret = refused ? -1 : 0;
                  bpf_ringbuf_submit(e, 0);
                  return refused ? -1 : 0;
                }
                """);
        Path kept = subject.file("kept");
        assertEquals(1, subject.unlink(kept));
        assertTrue(Files.exists(kept));
        assertEquals(-1L, event(reader, "name", "kept").get("ret"));
        assertEquals(0, subject.unlink(subject.file("given up")));
        assertEquals(0L, event(reader, "name", "given up").get("ret"));
    }

    private EventReader track(String program) throws Exception {
        TrackerInfo tracker = service.start(new StartSpec(BpfPackage.build("functions", HEAD + program), "", Map.of("target_pid", subject.pid()), Map.of()));
        return service.events(tracker.id(), 0);
    }

    /** The next event that says {@code value} in {@code field}. A hook may be passed more than once for a call: by each layer of an overlay. */
    private static Map<String, Object> event(EventReader reader, String field, Object value) throws Exception {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        List<Object> others = new ArrayList<>();
        while (System.nanoTime() < deadline) {
            for (Event event : reader.read(Duration.ofSeconds(1)).events()) {
                if (value.equals(event.value().get(field))) return event.value();
                others.add(event.value());
            }
        }
        throw new AssertionError("no event with " + field + " " + value + " but " + others);
    }
}

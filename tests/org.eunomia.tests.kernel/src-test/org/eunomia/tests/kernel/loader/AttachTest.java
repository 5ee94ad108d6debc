package org.eunomia.tests.kernel.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eunomia.kernel.Link;
import org.eunomia.kernel.LoadedObject;
import org.eunomia.kernel.MapAccess;
import org.eunomia.kernel.ObjectSpec;
import org.eunomia.tests.kernel.kit.Await;
import org.eunomia.tests.kernel.kit.BpfSource;
import org.eunomia.tests.kernel.kit.Kernel;
import org.eunomia.tests.kernel.kit.ResidueCheck;
import org.eunomia.tests.kernel.kit.Ticker;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ResidueCheck.class)
class AttachTest {
    /** Counts in an array at index 0; at index 1 a program puts what it saw last. */
    private static final String COUNTER = """
            struct { __uint(type, BPF_MAP_TYPE_ARRAY); __uint(max_entries, 2); __type(key, int); __type(value, unsigned long long); } seen SEC(".maps");
            const volatile unsigned target;
            static void put(unsigned long long what)
            {
                int first = 0, second = 1;
                unsigned long long *count = bpf_map_lookup_elem(&seen, &first), *last = bpf_map_lookup_elem(&seen, &second);
                if (count) __sync_fetch_and_add(count, 1);
                if (last) *last = what;
            }
            """;

    private static byte[] compile(String program) {
        return BpfSource.compile("attach", COUNTER + program);
    }

    private static long read(LoadedObject object, int index) throws Exception {
        MapAccess seen = object.map("seen");
        byte[] key = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.nativeOrder()).putInt(index).array();
        return ByteBuffer.wrap(seen.lookup(key).orElseThrow()).order(ByteOrder.nativeOrder()).getLong();
    }

    /** Loads, attaches, and waits until {@code cause} made the program run. */
    private static void assertRuns(ObjectSpec spec, String program, Await.Condition cause) throws Exception {
        try (LoadedObject object = Kernel.loader().load(spec)) {
            assertTrue(object.programs().stream().filter(p -> p.name().equals(program)).findFirst().orElseThrow().autoAttach());
            try (Link link = object.attach(program)) {
                assertEquals(program, link.program());
                Await.until(program + " ran", () -> cause.holds() && read(object, 0) > 0);
            }
        }
    }

    private static boolean openAFile() throws Exception {
        return !Files.readString(Path.of("/etc/passwd")).isEmpty();
    }

    @Test
    void tracepoint() throws Exception {
        assertRuns(Records.withGlobal(compile("SEC(\"tp/syscalls/sys_enter_openat\") int on_open(void *ctx) { if (ME == target) put(1); return 0; }"), ".rodata", Records.me()),
                "on_open", AttachTest::openAFile);
    }

    @Test
    void rawTracepoint() throws Exception {
        assertRuns(Records.withGlobal(compile("SEC(\"raw_tp/sys_enter\") int on_enter(void *ctx) { if (ME == target) put(1); return 0; }"), ".rodata", Records.me()),
                "on_enter", AttachTest::openAFile);
    }

    @Test
    void typedTracepoint() throws Exception {
        assertRuns(Records.withGlobal(compile("SEC(\"tp_btf/sys_enter\") int BPF_PROG(on_enter, void *regs, long id) { if (ME == target) put(id); return 0; }"), ".rodata",
                Records.me()), "on_enter", AttachTest::openAFile);
    }

    @Test
    void perfEventOnEveryCpu() throws Exception {
        byte[] elf = compile("SEC(\"perf_event\") int sample(void *ctx) { if (ME == target) put(1); return 0; }");
        ObjectSpec base = Records.withGlobal(elf, ".rodata", Records.me());
        assertRuns(new ObjectSpec(base.name(), elf, base.globals(), Map.of(), Map.of("sample", Map.of("frequency", 999)), null), "sample", AttachTest::burn);
    }

    private static boolean burn() {
        long end = System.nanoTime() + 5_000_000;
        while (System.nanoTime() < end) Thread.onSpinWait();
        return true;
    }

    @Test
    void userFunctionAndItsReturn() throws Exception {
        byte[] elf = compile("""
                SEC("uprobe") int BPF_KPROBE(on_tick, unsigned long n) { put(n); return 0; }
                SEC("uretprobe") int BPF_KRETPROBE(after_tick, int value) { put(1000 + value); return 0; }
                """);
        try (Ticker ticker = Ticker.start(); LoadedObject object = Kernel.loader().load(Records.onTicker(elf, ticker, "on_tick", "after_tick"))) {
            object.attach("on_tick");
            ticker.tick(8);
            assertEquals(List.of(8L, 7L), List.of(read(object, 0), read(object, 1)));
            object.attach("after_tick");
            ticker.tick(2);
            assertEquals(List.of(12L, 1018L), List.of(read(object, 0), read(object, 1)));
        }
    }

    @Test
    void userFunctionNamedInTheSection() throws Exception {
        try (Ticker ticker = Ticker.start()) {
            byte[] elf = compile("SEC(\"uprobe/" + ticker.program() + ":tick\") int BPF_KPROBE(on_tick, unsigned long n) { put(n); return 0; }");
            assertRuns(ObjectSpec.of("attach", elf), "on_tick", () -> {
                ticker.tick(1);
                return true;
            });
        }
    }

    @Test
    void networkInterface() throws Exception {
        byte[] elf = compile("SEC(\"xdp\") int pass(struct xdp_md *ctx) { put(ctx->data_end - ctx->data); return XDP_PASS; }");
        assertRuns(new ObjectSpec("attach", elf, List.of(), Map.of(), Map.of("pass", Map.of("interface", "lo")), null), "pass", AttachTest::sendToSelf);
    }

    @Test
    void trafficOfANetworkInterface() throws Exception {
        // The guest of the vm lane cannot load modules on demand; other kernels have them, or need none for tcx.
        new ProcessBuilder("modprobe", "-aq", "sch_ingress", "cls_bpf").start().waitFor();
        byte[] elf = compile("SEC(\"tc\") int look(struct __sk_buff *ctx) { put(ctx->len); return -1 /* the next one decides */; }");
        assertRuns(new ObjectSpec("attach", elf, List.of(), Map.of(), Map.of("look", Map.of("interface", "lo", "direction", "egress")), null), "look",
                AttachTest::sendToSelf);
    }

    private static boolean sendToSelf() throws Exception {
        try (var socket = new java.net.DatagramSocket(0, java.net.InetAddress.getLoopbackAddress())) {
            socket.send(new java.net.DatagramPacket(new byte[1], 1, socket.getLocalSocketAddress()));
        }
        return true;
    }

    @Test
    void iteratorTellsItsText() throws Exception {
        byte[] elf = BpfSource.compile("iterator", """
                struct seq_file; struct bpf_iter_meta { struct seq_file *seq; } __attribute__((preserve_access_index));
                struct task_struct { int pid; } __attribute__((preserve_access_index));
                struct bpf_iter__task { struct bpf_iter_meta *meta; struct task_struct *task; } __attribute__((preserve_access_index));
                SEC("iter/task") int list(struct bpf_iter__task *ctx)
                {
                    struct task_struct *task = ctx->task;
                    if (task) BPF_SEQ_PRINTF(ctx->meta->seq, "task %d\\n", task->pid);
                    return 0;
                }
                """);
        try (LoadedObject object = Kernel.loader().load(ObjectSpec.of("iterator", elf)); Link link = object.attach("list")) {
            assertTrue(link.text().lines().anyMatch(("task " + Records.me())::equals), link::toString);
        }
    }

    @Test
    @Tag("vm")
    void kernelFunctionAndItsReturnByKprobe() throws Exception {
        byte[] elf = compile("""
                SEC("kprobe/do_sys_openat2") int on_open(void *ctx) { if (ME == target) put(1); return 0; }
                SEC("kretprobe/do_sys_openat2") int BPF_KRETPROBE(after_open, long fd) { if (ME == target) put(fd); return 0; }
                """);
        assertRuns(Records.withGlobal(elf, ".rodata", Records.me()), "on_open", AttachTest::openAFile);
        assertRuns(Records.withGlobal(elf, ".rodata", Records.me()), "after_open", AttachTest::openAFile);
    }

    @Test
    @Tag("vm")
    void kernelFunctionAndItsReturnByTrampoline() throws Exception {
        byte[] elf = compile("""
                SEC("fentry/do_sys_openat2") int BPF_PROG(on_open) { if (ME == target) put(1); return 0; }
                SEC("fexit/do_sys_openat2") int BPF_PROG(after_open) { if (ME == target) put(1); return 0; }
                """);
        assertRuns(Records.withGlobal(elf, ".rodata", Records.me()), "on_open", AttachTest::openAFile);
        assertRuns(Records.withGlobal(elf, ".rodata", Records.me()), "after_open", AttachTest::openAFile);
    }

    @Test
    @Tag("vm")
    void securityHook() throws Exception {
        byte[] elf = compile("SEC(\"lsm/file_open\") int BPF_PROG(on_open) { if (ME == target) put(1); return 0; }");
        assertRuns(Records.withGlobal(elf, ".rodata", Records.me()), "on_open", AttachTest::openAFile);
    }
}

package org.eunomia.tests.kernel.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eunomia.core.Event;
import org.eunomia.core.EventReader;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.StartSpec;
import org.eunomia.core.TrackerId;
import org.eunomia.core.TrackerInfo;
import org.eunomia.core.TrackerService;
import org.eunomia.core.spec.Package;
import org.eunomia.core.spec.ProgramSpec;
import org.eunomia.tests.kernel.kit.Await;
import org.eunomia.tests.kernel.kit.BpfPackage;
import org.eunomia.tests.kernel.kit.CallingProcess;
import org.eunomia.tests.kernel.kit.ResidueCheck;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Generations on hooks where the kernel exchanges programs in one step: each datagram meets exactly one. An emulated machine does not read as fast as it
 * writes, and its kernel has no tcx: there the filters of both generations are attached for a moment.
 */
@Tag("host")
@ExtendWith(ResidueCheck.class)
class InPlaceUpdateTest {
    private static final String HEAD = """
            #include <bpf/bpf_endian.h>
            struct event { int number; int pid; };
            struct { __uint(type, BPF_MAP_TYPE_RINGBUF); __uint(max_entries, 1 << 24); } rb SEC(".maps");
            const volatile int target = 0;
            static void put(int number) {
              struct event *e = bpf_ringbuf_reserve(&rb, sizeof *e, 0);
              if (!e) return;
              e->number = number;
              bpf_ringbuf_submit(e, 0);
            }
            #define SEE_UDP(ctx) ({ \\
              struct iphdr *ip = (void *)(long)(ctx)->data + 14; \\
              struct udphdr *udp = (void *)(ip + 1); \\
              if ((void *)(udp + 1) <= (void *)(long)(ctx)->data_end && ip->protocol == 17 && udp->source == bpf_htons(target)) put(bpf_ntohs(udp->dest)); })
            """;
    private static final int FIRST_PORT = 10_000;
    private static final int PORTS = 50_000;
    private static final int UPDATES = 10;

    @TempDir
    Path folder;
    private DatagramChannel sender;

    @BeforeEach
    void open() throws Exception {
        sender = DatagramChannel.open(StandardProtocolFamily.INET).bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    @AfterEach
    void close() throws Exception {
        sender.close();
    }

    private int port() throws Exception {
        return ((InetSocketAddress) sender.getLocalAddress()).getPort();
    }

    /** Sends datagrams to one port after the other, as fast as it can, until it is halted. */
    private final class Sending {
        private volatile boolean halted;
        private volatile int sent;
        private final Thread thread = Thread.ofPlatform().start(this::run);

        private void run() {
            try {
                for (int n = 0; !halted; sent = ++n) sender.send(ByteBuffer.allocate(4), new InetSocketAddress(InetAddress.getLoopbackAddress(), FIRST_PORT + n % PORTS));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        int halt() throws InterruptedException {
            halted = true;
            thread.join();
            return sent;
        }
    }

    private static StartSpec spec(Package p, Map<String, Object> options, long target) {
        List<ProgramSpec> programs = p.programs().stream().map(s -> new ProgramSpec(s.name(), s.section(), s.attach(), options)).toList();
        Package there = new Package(p.format(), p.name(), p.version(), p.description(), p.license(), p.object(), programs, p.maps(), p.params(), p.requires(),
                p.signatures(), p.extra());
        return new StartSpec(there, "", Map.of("target", Long.toString(target)), Map.of());
    }

    private static StartSpec onLoopback(Package p, int target) {
        return spec(p, Map.of("interface", "lo"), target);
    }

    /** Another test on this machine may hold the hook for a moment. */
    private static TrackerInfo start(TrackerService engine, StartSpec spec) throws Exception {
        TrackerInfo[] started = new TrackerInfo[1];
        Await.until("the hook is free", () -> {
            try {
                started[0] = engine.start(spec);
                return true;
            } catch (OperationFailedException e) {
                if (e.failure() instanceof Failure.AttachFailed busy && busy.reason().contains("busy")) return false;
                throw e;
            }
        });
        return started[0];
    }

    private void meetsExactlyOneGeneration(StartSpec spec) throws Exception {
        try (TrackerService engine = EngineKit.patientEngine()) {
            TrackerId id = start(engine, spec).id();
            EventReader reader = engine.events(id, 0);
            Sending sending = new Sending();
            for (int i = 0; i < UPDATES; i++) {
                int before = sending.sent;
                Await.until("datagrams are sent", () -> sending.sent > before + 100);
                engine.update(id, spec, false);
            }
            int sent = sending.halt();
            engine.stop(id);
            assertEquals(0, engine.losses(id).lost());
            int[] seen = new int[PORTS];
            List<Event> events = EngineKit.take(reader, sent);
            for (Event e : events) seen[EngineKit.number(e) - FIRST_PORT]++;
            assertArrayEquals(IntStream.range(0, PORTS).map(n -> sent / PORTS + (n < sent % PORTS ? 1 : 0)).toArray(), seen);
            assertEquals(sent, engine.losses(id).produced());
            assertTrue(events.stream().map(Event::generation).distinct().count() >= UPDATES);
        }
    }

    private static Package xdp() {
        return BpfPackage.build("inplace_xdp", HEAD + "SEC(\"xdp\") int " + EngineKit.PROGRAM + "_x(struct xdp_md *ctx) { SEE_UDP(ctx); return XDP_PASS; }");
    }

    @Test
    void replacesAnXdpProgram() throws Exception {
        meetsExactlyOneGeneration(onLoopback(xdp(), port()));
    }

    @Test
    void replacesATrafficControlProgram() throws Exception {
        Package tc = BpfPackage.build("inplace_tc", HEAD + "SEC(\"tc\") int " + EngineKit.PROGRAM + "_t(struct __sk_buff *ctx) { SEE_UDP(ctx); return -1; }");
        meetsExactlyOneGeneration(onLoopback(tc, port()));
    }

    @Test
    void replacesACgroupProgram() throws Exception {
        Package cgroup = BpfPackage.build("inplace_cgroup", HEAD + "SEC(\"cgroup/sendmsg4\") int " + EngineKit.PROGRAM + """
                _c(struct bpf_sock_addr *ctx) {
                  if (bpf_get_current_pid_tgid() >> 32 == target) put(bpf_ntohs(ctx->user_port));
                  return 1;
                }
                """);
        Path root = Files.createDirectory(folder.resolve("cgroups"));
        run("mount", "-t", "cgroup2", "none", root.toString());
        try {
            meetsExactlyOneGeneration(spec(cgroup, Map.of("cgroup", root.toString()), ProcessHandle.current().pid()));
        } finally {
            run("umount", root.toString());
        }
    }

    private static void run(String... command) throws Exception {
        assertEquals(0, new ProcessBuilder(command).inheritIO().start().waitFor(), () -> String.join(" ", command));
    }

    @Test
    void leavesTheOldGenerationAloneWhenAnotherHoldsTheHook() throws Exception {
        try (CallingProcess traced = new CallingProcess(); TrackerService engine = EngineKit.engine()) {
            start(engine, onLoopback(xdp(), port()));
            TrackerId id = engine.start(EngineKit.calls(traced.pid(), 1 << 20)).id();
            EventReader reader = engine.events(id, 0);
            Failure failure = assertThrows(OperationFailedException.class, () -> engine.update(id, onLoopback(xdp(), 1), false)).failure();
            assertTrue(assertInstanceOf(Failure.AttachFailed.class, failure).reason().contains("busy"), failure::summary);
            traced.call(100);
            assertEquals(100, EngineKit.take(reader, 100).stream().filter(e -> e.generation() == 1).count());
        }
    }
}

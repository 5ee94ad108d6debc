package org.eunomia.tests.kernel.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eunomia.client.RemoteTrackerService;
import org.eunomia.core.EventBatch;
import org.eunomia.core.EventReader;
import org.eunomia.core.SourceCompiler;
import org.eunomia.core.StartSpec;
import org.eunomia.core.TrackerId;
import org.eunomia.core.TrackerInfo;
import org.eunomia.core.TrackerService;
import org.eunomia.core.spec.Package;
import org.eunomia.tests.kernel.kit.BpfPackage;
import org.eunomia.tests.kernel.kit.CProgram;
import org.eunomia.tests.kernel.kit.CallingProcess;
import org.eunomia.tests.kernel.kit.Checkout;
import org.eunomia.tests.kernel.kit.LoadedNames;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A daemon in a process of its own, on the real kernel. Too slow for an emulated machine. */
@Tag("host")
@Timeout(3600)
class DaemonTest {
    private static final String PROGRAM = "dt_" + ProcessHandle.current().pid();
    private static final int SOAK_ROUNDS = Integer.getInteger("eunomia.soak", 3);
    private static final long HEAP_KIB = 32 << 10;
    private static final long HEAP_GROWTH_KIB = 4 << 10;
    private static final long RESIDENT_KIB = 400 << 10;
    private static final long RESIDENT_GROWTH_KIB = 64 << 10;
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private static String send(URI address, String path, byte[] body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path)).timeout(DEADLINE);
        if (body != null) request.POST(BodyPublishers.ofByteArray(body)).header("Content-Type", "application/x-www-form-urlencoded");
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            return response.statusCode() + " " + response.body();
        }
    }

    /** @param edge {@code enter} or {@code exit}: at most 64 programs of the whole machine go onto one tracepoint */
    private static Package calls(String edge) {
        return BpfPackage.build("calls", """
                struct event { int number; };
                struct { __uint(type, BPF_MAP_TYPE_RINGBUF); __uint(max_entries, 1 << 16); } rb SEC(".maps");
                const volatile int target_pid = 0;
                SEC("tracepoint/syscalls/sys_%s_getpriority") int %s(void *ctx) {
                  if (bpf_get_current_pid_tgid() >> 32 != target_pid) return 0;
                  struct event *e = bpf_ringbuf_reserve(&rb, sizeof *e, 0);
                  if (!e) return 0;
                  e->number = 1;
                  bpf_ringbuf_submit(e, 0);
                  return 0;
                }
                """.formatted(edge, PROGRAM));
    }

    private static StartSpec of(int pid, String edge) {
        return new StartSpec(calls(edge), "", Map.of("target_pid", Integer.toString(pid)), Map.of());
    }

    /** What 0.1.0 did, with its own sample; and what it could not: its events over HTTP. */
    @Test
    void speaksAsItsFirstVersionDid() throws Exception {
        byte[] body = Files.readAllBytes(Checkout.file("tests/data/seed-start-body.json"));
        Path opener = CProgram.compile("""
                #include <fcntl.h>
                #include <sys/syscall.h>
                #include <unistd.h>
                /* On the stack: a program of the kernel cannot read what is not in memory yet. */
                int main(void) { char path[] = "/etc/hostname"; for (int i = 0; i < 3; i++) syscall(SYS_open, path, O_RDONLY); return 0; }
                """);
        try (DaemonProcess daemon = DaemonProcess.start(folder, "listen=127.0.0.1:0", "no-auth=true")) {
            URI address = daemon.address();
            assertEquals("200 [\"status\",\"ok\",\"list\",[]]", send(address, "/list", null));
            assertEquals("200 [\"status\",\"ok\",\"id\",1]", send(address, "/start", body));
            assertEquals("200 [\"status\",\"ok\",\"list\",[[1,\"hotupdate\"]]]", send(address, "/list", null));
            Process opening = new ProcessBuilder(opener.toString()).start();
            opening.waitFor();
            List<String> lines = new ArrayList<>();
            HttpClient http = HttpClient.newHttpClient();
            Stream<String> events = http.send(HttpRequest.newBuilder(address.resolve("/v1/trackers/1/events")).build(), BodyHandlers.ofLines()).body();
            events.filter(l -> l.contains("\"pid\":" + opening.pid() + ",") && l.contains("\"/etc/hostname\"")).limit(3).forEach(lines::add);
            http.shutdownNow();
            assertEquals(3, lines.size());
            assertEquals("200 [\"status\",\"ok\"]", send(address, "/stop", "{\"id\":1}".getBytes(StandardCharsets.UTF_8)));
            assertEquals("200 [\"status\",\"ok\",\"list\",[]]", send(address, "/list", null));
            String damaged = new String(body, StandardCharsets.UTF_8).replace("sys_enter_open", "sys_enter_none").replace("AAAADEA", "AAAADEB");
            assertTrue(send(address, "/start", damaged.substring(0, damaged.length() - 3).getBytes(StandardCharsets.UTF_8)).startsWith("404 "));
            assertEquals("200 [\"status\",\"ok\",\"list\",[]]", send(address, "/list", null));
        }
    }

    @Test
    void endsInOrderWithin5SecondsAndTellsItsReaders() throws Exception {
        try (DaemonProcess daemon = DaemonProcess.start(folder); CallingProcess traced = new CallingProcess(); TrackerService client = daemon.client()) {
            List<EventReader> readers = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                TrackerId id = client.start(of(traced.pid(), "enter")).id();
                readers.add(client.events(id, 0));
            }
            traced.call(5);
            Duration took = daemon.terminate();
            assertTrue(took.toSeconds() < 5, () -> "it took " + took);
            for (EventReader reader : readers) {
                int events = 0;
                EventBatch batch;
                do {
                    batch = reader.read(DEADLINE);
                    events += batch.events().size();
                } while (!batch.end() && !batch.events().isEmpty());
                assertTrue(batch.end());
                assertEquals(5, events);
            }
            assertTrue(daemon.log().contains("event=stopped in-order=true"), daemon.log());
            assertEquals(List.of(), LoadedNames.named(PROGRAM));
        }
    }

    @Test
    void compilesStartsAndShowsWhatItIsSent() throws Exception {
        String text = """
                #include "vmlinux.h"
                #include <bpf/bpf_helpers.h>
                #include "event.h"
                struct { __uint(type, BPF_MAP_TYPE_RINGBUF); __uint(max_entries, 4096); } rb SEC(".maps");
                const volatile int target_pid = 0;
                char LICENSE[] SEC("license") = "GPL";
                SEC("tracepoint/syscalls/sys_enter_getpriority") int %s(void *ctx) {
                  if (bpf_get_current_pid_tgid() >> 32 != target_pid) return 0;
                  struct event *e = bpf_ringbuf_reserve(&rb, sizeof *e, 0);
                  if (!e) return 0;
                  e->number = NUMBER;
                  bpf_ringbuf_submit(e, 0);
                  return 0;
                }
                """.formatted(PROGRAM);
        try (DaemonProcess daemon = DaemonProcess.start(folder); CallingProcess traced = new CallingProcess(); RemoteTrackerService client = daemon.client()) {
            Package pack = client.compile(new SourceCompiler.Source("sent.bpf.c", text, Map.of("event.h", "struct event { int number; };\n"), Map.of("NUMBER", "42"), true, false)).pack();
            TrackerId id = client.start(new StartSpec(pack, "", Map.of("target_pid", Long.toString(traced.pid())), Map.of())).id();
            traced.call(1);
            try (EventReader reader = client.events(id, 0)) {
                assertEquals(42L, reader.read(DEADLINE).events().getFirst().value().get("number"));
            }
            assertEquals("sent", client.show(id).name());
        }
    }

    /** @return the answer to {@code GET path} over the daemon's socket, as somebody else sees it */
    private String asUser(String user, String path) throws Exception {
        String perl = "my $s = IO::Socket::UNIX->new($ARGV[0]) or die \"cannot connect: $!\"; print $s \"GET $ARGV[1] HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n\"; print while <$s>;";
        Process process = new ProcessBuilder("setpriv", "--reuid=" + user, "--regid=nogroup", "--clear-groups", "/usr/bin/perl", "-MIO::Socket::UNIX", "-e", perl, folder.resolve("socket").toString(), path)
                .redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return out;
    }

    @Test
    void letsThoseInOverItsSocketWhomItsSettingsName() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        try (DaemonProcess daemon = DaemonProcess.start(folder, "peers=nobody:viewer")) {
            assertTrue(asUser("nobody", "/v1/info").contains("\"caller\":\"user:nobody\",\"role\":\"viewer\""), asUser("nobody", "/v1/info"));
            String stranger = asUser("daemon", "/v1/info");
            assertTrue(stranger.startsWith("HTTP/1.1 403 ") && stranger.contains("not permitted to call this daemon as user daemon") && stranger.contains("setting peers"), stranger);
            assertTrue(asUser("daemon", "/healthz").startsWith("HTTP/1.1 200 "));
            assertEquals("admin", daemon.client().info().role());
        }
        try (DaemonProcess daemon = DaemonProcess.start(folder)) {
            assertTrue(asUser("nobody", "/v1/info").contains("cannot connect: Permission denied"), "only its owner may open it when nobody is named");
            assertTrue(daemon.client().list().isEmpty());
        }
    }

    /**
     * 50 trackers, 200 readers: all see everything, and what that took is given back. The first two rounds bring the JVM, its compiler and the C library's arenas to their size; docs/operations.md
     * has the bounds.
     */
    @Test
    void givesBackWhatManyTrackersAndReadersTook() throws Exception {
        try (DaemonProcess daemon = DaemonProcess.start(folder, "max-burst=100000", "max-rate=100000"); CallingProcess traced = new CallingProcess(); TrackerService client = daemon.client()) {
            round(client, traced, 5, 1);
            long descriptors = descriptors(daemon);
            round(client, traced, 50, 4);
            round(client, traced, 50, 4);
            Footprint before = Footprint.of(daemon.pid());
            for (int round = 0; round < SOAK_ROUNDS; round++) {
                round(client, traced, 50, 4);
                assertTrue(descriptors(daemon) <= descriptors + 8, () -> descriptors + " descriptors before, " + descriptors(daemon) + " after");
            }
            Footprint after = Footprint.of(daemon.pid());
            assertTrue(after.heapKiB() <= before.heapKiB() + HEAP_GROWTH_KIB && after.residentKiB() <= before.residentKiB() + RESIDENT_GROWTH_KIB, () -> before + ", then " + after);
            assertTrue(after.heapKiB() < HEAP_KIB && after.residentKiB() < RESIDENT_KIB, after::toString);
            assertEquals(List.of(), LoadedNames.named(PROGRAM));
        }
    }

    private static void round(TrackerService client, CallingProcess traced, int trackers, int readersEach) throws Exception {
        List<TrackerId> ids = new ArrayList<>();
        List<EventReader> readers = new ArrayList<>();
        for (int i = 0; i < trackers; i++) ids.add(client.start(of(traced.pid(), i % 2 == 0 ? "enter" : "exit")).id());
        for (TrackerId id : ids) for (int i = 0; i < readersEach; i++) readers.add(client.events(id, 0));
        traced.call(100);
        for (EventReader reader : readers) {
            int events = 0;
            while (events < 100) {
                EventBatch batch = reader.read(DEADLINE);
                assertTrue(!batch.events().isEmpty() && batch.skipped() == 0, batch::toString);
                events += batch.events().size();
            }
            reader.close();
        }
        for (TrackerId id : ids) client.stop(id);
        assertEquals(0, client.list().stream().filter(t -> t.state() == TrackerInfo.State.RUNNING).count());
    }

    private static long descriptors(DaemonProcess daemon) {
        try (Stream<Path> open = Files.list(Path.of("/proc/" + daemon.pid() + "/fd"))) {
            return open.count();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

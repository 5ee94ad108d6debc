package org.eunomia.tests.kernel.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eunomia.core.spec.Package;
import org.eunomia.core.spec.ProgramSpec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What trackers do that are made of a template and nothing else. */
class TemplateTrackersTest {
    private static final long TCP = 6;

    @RegisterExtension
    final Trackers trackers = new Trackers();

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(value = {"tracepoint|open(F, '/etc/hostname')", "perf_event|1 while 1"}, delimiter = '|')
    void sendsEventsOfAProcess(String template, String script) throws Exception {
        showsTheProcess(template, script);
    }

    /** Of hooks that not every kernel has. */
    @Tag("vm")
    @ParameterizedTest
    @CsvSource(value = {"kprobe|$f = '/nonexistent'; syscall(87, $f)", "fentry|$f = '/nonexistent'; syscall(87, $f)",
            "lsm|open(F, '/etc/hostname')"}, delimiter = '|')
    void sendsEventsOfAProcessThroughTheKernelsFunctions(String template, String script) throws Exception {
        showsTheProcess(template, script);
    }

    private void showsTheProcess(String template, String script) throws Exception {
        try (Subject subject = Subject.perl(script)) {
            Watched tracker = trackers.start(Templates.build(template, folder).pack(), Map.of("target_pid", subject.pidText()));
            subject.go();
            assertEquals(subject.pid(), tracker.event(e -> true).get("pid"));
        }
    }

    @Test
    void uprobeSendsAnEventForEachCall() throws Exception {
        try (Subject terminal = Subject.command("script", "-qc", "stty -echo; echo $$; exec bash --norc --noprofile -i", "/dev/null")) {
            String shell = terminal.readLine().strip();
            Watched tracker = trackers.start(Templates.build("uprobe", folder).pack(), Map.of("target_pid", shell));
            terminal.type(":");
            assertEquals("bash", tracker.event(e -> e.get("pid").equals(Long.valueOf(shell))).get("comm"));
            terminal.type("exit");
            terminal.finish();
        }
    }

    @Test
    void histogramCountsCalls() throws Exception {
        try (Subject subject = Subject.perl("open(F, '/dev/zero'); sysread(F, $b, 1) for 1 .. 50")) {
            Watched tracker = trackers.start(Templates.build("histogram", folder).pack(), Map.of("target_pid", subject.pidText()));
            subject.go();
            tracker.entry("hists", e -> ((List<?>) e.value().get("slots")).stream().mapToLong(s -> (Long) s).sum() >= 50);
        }
    }

    @Test
    void xdpCountsPackets() throws Exception {
        Watched tracker = trackers.start(attached("xdp", "interface", "lo"), Map.of());
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress()); Socket client = connected(server)) {
            tracker.entry("packets", e -> e.key().equals(Map.of("version", 4L, "protocol", TCP)) && (Long) e.value().get("count") > 2);
            assertTrue(client.isConnected(), "the packets are let through");
        }
    }

    @Test
    void tcShowsConnections() throws Exception {
        Watched tracker = trackers.start(attached("tc", "interface", "lo"), Map.of());
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress()); Socket client = connected(server)) {
            Map<String, Object> event = tracker.event(e -> e.get("dport").equals((long) server.getLocalPort()));
            assertEquals((long) client.getLocalPort(), event.get("sport"));
            assertEquals(event.get("saddr"), event.get("daddr"));
        }
    }

    @Test
    void cgroupShowsConnections() throws Exception {
        Path cgroups = folder.resolve("cgroups");
        try (Subject mount = Subject.command("sh", "-c", "mkdir '" + cgroups + "' && mount -t cgroup2 none '" + cgroups + "'")) {
            mount.finish();
        }
        try (Subject subject = Subject.perl("use IO::Socket::INET; IO::Socket::INET->new('127.0.0.1:9')")) {
            Watched tracker = trackers.start(attached("cgroup", "cgroup", cgroups.toString()), Map.of("target_pid", subject.pidText()));
            subject.go();
            Map<String, Object> event = tracker.event(e -> true);
            assertEquals(9L, event.get("dport"));
            assertEquals("perl", event.get("comm"));
        } finally {
            Subject.command("umount", cgroups.toString()).finish();
        }
    }

    @Test
    void iteratorPrintsALineForEachProcess() throws Exception {
        long pid = ProcessHandle.current().pid();
        long parent = ProcessHandle.current().parent().orElseThrow().pid();
        Watched tracker = trackers.start(Templates.build("iterator", folder).pack(), Map.of());
        tracker.event(e -> e.get("text").equals(pid + " " + parent + " java"));
    }

    private static Socket connected(ServerSocket server) throws Exception {
        return new Socket(server.getInetAddress(), server.getLocalPort());
    }

    /** The template's package, its programs told where to attach. */
    private Package attached(String template, String option, String value) throws Exception {
        Package p = Templates.build(template, folder).pack();
        List<ProgramSpec> programs = p.programs().stream().map(s -> new ProgramSpec(s.name(), s.section(), s.attach(), Map.of(option, value))).toList();
        return new Package(p.format(), p.name(), p.version(), p.description(), p.license(), p.object(), programs, p.maps(), p.params(), p.requires(),
                p.signatures(), p.extra());
    }
}

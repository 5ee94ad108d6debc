package org.eunomia.tests.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DebianPackageTest {
    private static final Map<String, String> PLAIN = Map.of("PATH", "/usr/bin:/bin:/usr/sbin:/sbin", "HOME", "/root");
    private static final Path PLACE = Path.of(System.getProperty("eunomia.root")).resolveSibling("debian");
    private static DebianRoot debian;

    @BeforeAll
    static void install() throws Exception {
        debian = DebianRoot.create(PLACE);
        debian.dpkg("-i", DebianRoot.deb().toString());
    }

    @AfterAll
    static void remove() throws Exception {
        debian.outside("rm", "-rf", PLACE.toString());
    }

    @Test
    void installsTheCommandLine() throws Exception {
        try (Run run = debian.inside(PLAIN, "/usr/bin/eunomia", "--version")) {
            assertEquals(0, run.await(), run.said());
            assertTrue(run.said().startsWith("eunomia 1."), run.said());
        }
    }

    @Test
    void installsWhatItSaysItDoes() throws Exception {
        assertEquals("", debian.dpkg("--verify", "eunomia"));
    }

    @Test
    void systemdUnderstandsTheUnit() throws Exception {
        debian.outside("cp", "-rn", "/usr/lib/systemd/system/.", PLACE + "/usr/lib/systemd/system/");
        assertEquals("", debian.outside("systemd-analyze", "verify", "--root=" + PLACE, "eunomia.service"));
    }

    @Test
    void theServiceIsLittleExposed() throws Exception {
        debian.outside("systemd-analyze", "security", "--offline=true", "--no-pager", "--root=" + PLACE, "--threshold=35", "eunomia.service");
    }

    @Test
    void theServicesRightsAreEnoughToTrace() throws Exception {
        opensnoop();
        Path opened = Files.createFile(PLACE.resolve("tmp/opened"));
        Unit unit = Unit.in(debian);
        try (Run run = debian.inside(unit.environment(), unit.confined("/usr/bin/eunomia", "run", "/tmp/opensnoop.json", "--target-pid",
                Long.toString(ProcessHandle.current().pid()), "-o", "json", "--count", "1"))) {
            long deadline = System.nanoTime() + 60_000_000_000L;
            while (run.process().isAlive() && System.nanoTime() < deadline) {
                Files.newInputStream(opened).close();
                LockSupport.parkNanos(5_000_000);
            }
            assertEquals(0, run.await(), run.said());
            assertTrue(run.said().contains("\"event\":{"), run.said());
        }
    }

    @Test
    void theServiceStartsTracesAndStopsByItsCommandLine() throws Exception {
        Unit unit = Unit.in(debian);
        unit.prepareFolders(debian);
        int port = freePort();
        Map<String, String> environment = unit.environment();
        environment.put("EUNOMIA_LISTEN", "127.0.0.1:" + port);
        try (Run daemon = debian.inside(environment, unit.confined(unit.value("ExecStart").split(" ")))) {
            awaitSocket(daemon);
            String token = Files.readAllLines(PLACE.resolve("run/eunomia/tokens")).get(1).split(" ")[2];
            assertEquals(200, call(port, "GET", "/readyz", token, null), daemon.said());
            assertEquals(401, call(port, "GET", "/v1/trackers", "wrong", null), daemon.said());
            assertEquals(201, call(port, "POST", "/v1/trackers", token, opensnoop()), daemon.said());
            assertEquals(204, call(port, "DELETE", "/v1/trackers/opensnoop", token, null), daemon.said());
            daemon.process().destroy();
            int code = daemon.await();
            assertTrue(code == 0 || List.of(unit.value("SuccessExitStatus").split(" ")).contains(Integer.toString(code)), () -> "ended with " + code);
            assertTrue(daemon.said().contains("event=stopped in-order=true"), daemon.said());
        }
    }

    private static void awaitSocket(Run daemon) throws Exception {
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (!daemon.said().contains("event=started")) {
            assertTrue(daemon.process().isAlive() && System.nanoTime() < deadline, daemon.said());
            LockSupport.parkNanos(20_000_000);
        }
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static int call(int port, String method, String path, String token, Path body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).header("Authorization", "Bearer " + token).header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofFile(body)).timeout(Duration.ofSeconds(60)).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode();
    }

    @Test
    void doctorFindsTheServicesRightsEnough() throws Exception {
        Unit unit = Unit.in(debian);
        try (Run run = debian.inside(unit.environment(), unit.confined("/usr/bin/eunomia", "doctor", "-o", "json"))) {
            assertEquals(0, run.await(), run.said());
            assertTrue(run.said().contains("{\"ready\":true,"), run.said());
        }
        try (Run run = debian.inside(PLAIN, "/bin/setpriv", "--bounding-set=-all", "--inh-caps=-all", "--reuid=61234", "--regid=61234", "--clear-groups", "/usr/bin/eunomia", "doctor")) {
            assertEquals(1, run.await(), run.said());
            assertTrue(run.said().contains("-> run as root, or with CAP_BPF and CAP_PERFMON\n"), run.said());
        }
    }

    /** Built outside, where clang is. */
    private static Path opensnoop() throws Exception {
        Path source = PLACE.resolve("usr/lib/eunomia/bpf-scaffold/examples/opensnoop/opensnoop.bpf.c");
        Path made = PLACE.resolve("tmp/opensnoop.json");
        if (!Files.exists(made)) debian.outside(PLACE.resolve("usr/bin/eunomia").toString(), "build", source.toString(), "-o", made.toString());
        return made;
    }

    @Test
    void removalKeepsTheConfigurationAndPurgeNothing() throws Exception {
        DebianRoot other = DebianRoot.create(PLACE.resolveSibling("debian-removed"));
        try {
            other.dpkg("-i", DebianRoot.deb().toString());
            Path configuration = other.root().resolve("etc/eunomia/daemon.conf");
            Files.writeString(configuration, "max-trackers = 3\n", StandardOpenOption.APPEND);
            other.dpkg("-r", "eunomia");
            assertTrue(Files.readString(configuration).endsWith("max-trackers = 3\n"));
            assertFalse(Files.exists(other.root().resolve("usr")));
            other.dpkg("-P", "eunomia");
            assertEquals(List.of(false, false), List.of(Files.exists(configuration.getParent()), Files.exists(other.root().resolve("var/lib/eunomia"))));
        } finally {
            other.outside("rm", "-rf", other.root().toString());
        }
    }
}

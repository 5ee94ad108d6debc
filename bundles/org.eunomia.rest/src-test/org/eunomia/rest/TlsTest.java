package org.eunomia.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.eunomia.client.RemoteTarget;
import org.eunomia.client.RemoteTrackerService;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.TrackerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
    @TempDir
    static Path folder;
    private TrackerService engine;
    private RestServer server;

    private final Access access = new Access() {
        @Override
        public Optional<Caller> byToken(String token) {
            return token.equals("t") ? Optional.of(new Caller("token", Role.VIEWER)) : Optional.empty();
        }

        @Override
        public Optional<Caller> byCertificate(X509Certificate certificate) {
            return Optional.of(new Caller(certificate.getSubjectX500Principal().getName(), Role.OPERATOR));
        }
    };

    @BeforeAll
    static void makeCertificates() throws Exception {
        Certificates.make(folder, "server", "EC");
        Certificates.make(folder, "alice", "RSA");
        Certificates.make(folder, "mallory", "EC");
    }

    @BeforeEach
    void serve() throws Exception {
        engine = Daemon.engine(new FakeKernel());
        Endpoint.Tls tls = new Endpoint.Tls(folder.resolve("server.crt"), folder.resolve("server.key"), Optional.of(folder.resolve("alice.crt")));
        server = RestServer.start(RestConfig.of(new Endpoint.Tcp("127.0.0.1", 0, Optional.of(tls))), engine, Daemon.DOCUMENTS, access, List::of, RestLog.NONE);
    }

    @AfterEach
    void stop() {
        server.close();
        engine.close();
    }

    private RemoteTrackerService client(Optional<String> token, Optional<String> identity, boolean trusting) throws OperationFailedException {
        Optional<Path> authorities = trusting ? Optional.of(folder.resolve("server.crt")) : Optional.empty();
        return RemoteTrackerService.of(new RemoteTarget(URI.create(server.addresses().getFirst()), token, authorities,
                identity.map(name -> new RemoteTarget.Identity(folder.resolve(name + ".crt"), folder.resolve(name + ".key")))), Daemon.DOCUMENTS);
    }

    @Test
    void certificatesAndTokensTellWhoCalls() throws Exception {
        assertTrue(server.addresses().getFirst().startsWith("https://127.0.0.1:"));
        try (RemoteTrackerService alice = client(Optional.empty(), Optional.of("alice"), true); RemoteTrackerService token = client(Optional.of("t"), Optional.empty(), true)) {
            assertEquals("CN=alice", alice.info().caller());
            assertEquals("operator", alice.info().role());
            assertEquals("token", token.info().caller());
        }
    }

    @Test
    void whoShowsNothingOrSomethingElseStaysOut() throws Exception {
        try (RemoteTrackerService nobody = client(Optional.empty(), Optional.empty(), true); RemoteTrackerService mallory = client(Optional.empty(), Optional.of("mallory"), true)) {
            assertInstanceOf(Failure.Unauthenticated.class, assertThrows(OperationFailedException.class, nobody::list).failure());
            Failure refused = assertThrows(OperationFailedException.class, mallory::list).failure();
            assertTrue(refused instanceof Failure.Unauthenticated || refused instanceof Failure.Unavailable, refused::toString);
        }
    }

    @Test
    void aServerThatIsNotTrustedGetsNoToken() throws Exception {
        try (RemoteTrackerService careful = client(Optional.of("t"), Optional.empty(), false)) {
            assertInstanceOf(Failure.Unavailable.class, assertThrows(OperationFailedException.class, careful::list).failure());
        }
    }

    @Test
    void certificatesMayBeTextsInPlaceOfFiles() throws Exception {
        RemoteTarget.Texts texts = new RemoteTarget.Texts(Files.readString(folder.resolve("server.crt")), Files.readString(folder.resolve("alice.crt")), Files.readString(folder.resolve("alice.key")));
        RemoteTarget target = new RemoteTarget(URI.create(server.addresses().getFirst()), Optional.empty(), Optional.empty(), Optional.empty(), texts);
        try (RemoteTrackerService alice = RemoteTrackerService.of(target, Daemon.DOCUMENTS)) {
            assertEquals("CN=alice", alice.info().caller());
        }
    }

    @Test
    void saysWhatToDoAboutACertificateThatNobodyTrusts() throws Exception {
        try (RemoteTrackerService service = client(Optional.of("t"), Optional.empty(), false)) {
            Failure failure = assertThrows(OperationFailedException.class, service::info).failure();
            assertTrue(failure.summary().endsWith("its certificate is signed by nobody who is trusted here"), failure.summary());
            assertTrue(failure.hint().contains("certificate of its authority"), failure.hint());
        }
    }
}

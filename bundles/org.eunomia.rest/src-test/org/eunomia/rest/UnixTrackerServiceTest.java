package org.eunomia.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.eunomia.client.RemoteTarget;
import org.eunomia.client.RemoteTrackerService;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.TrackerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Over a unix socket, with nothing but being who one is. */
class UnixTrackerServiceTest extends TrackerServiceContract {
    private static final Access PEERS = new Access() {
        @Override
        public Optional<Caller> byPeer(String user, String group) {
            return user.equals(System.getProperty("user.name")) ? Optional.of(new Caller("user:" + user, Role.OPERATOR)) : Optional.empty();
        }
    };
    private final Path socket = daemon.unixSocket();
    private RemoteTrackerService remote;

    UnixTrackerServiceTest() throws IOException {
        super(new Daemon(Limits.DEFAULT, PEERS, new Endpoint.Unix(Files.createTempDirectory("eunomia-rest").resolve("socket"))));
    }

    @BeforeEach
    void connect() throws OperationFailedException {
        remote = RemoteTrackerService.of(RemoteTarget.of(URI.create("unix:" + socket), Optional.empty()), Daemon.DOCUMENTS);
    }

    @AfterEach
    void disconnect() throws IOException {
        remote.close();
        daemon.server.close();
        Files.delete(socket.getParent());
    }

    @Override
    TrackerService service() {
        return remote;
    }

    @Test
    void knowsItsCallerByTheKernelsWord() throws Exception {
        assertEquals("user:" + System.getProperty("user.name"), remote.info().caller());
        assertEquals(PosixFilePermissions.fromString("rw-------"), Files.getPosixFilePermissions(socket));
        assertEquals(401, daemon.call("", "GET", "/v1/trackers", null).status(), "over TCP nobody is known");
    }

    @Test
    void leavesAnotherDaemonsSocketAlone() throws Exception {
        RestConfig config = RestConfig.of(new Endpoint.Unix(socket));
        OperationFailedException taken = assertThrows(OperationFailedException.class, () -> RestServer.start(config, daemon.service, Daemon.DOCUMENTS, PEERS, List::of, RestLog.NONE));
        assertEquals(Failure.Conflict.class, taken.failure().getClass());
        assertEquals(List.of(), remote.list());
    }

    @Test
    void takesOverFromOneThatIsGone() throws Exception {
        daemon.server.close();
        try (var left = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            left.bind(UnixDomainSocketAddress.of(socket));
        }
        daemon.restart();
        assertEquals(List.of(), remote.list());
        daemon.server.close();
        Files.writeString(socket, "no socket");
        OperationFailedException file = assertThrows(OperationFailedException.class, daemon::restart);
        assertEquals(Failure.Conflict.class, file.failure().getClass());
        assertEquals("no socket", Files.readString(socket));
        Files.delete(socket);
    }
}

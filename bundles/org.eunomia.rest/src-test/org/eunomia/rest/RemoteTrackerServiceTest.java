package org.eunomia.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.eunomia.client.RemoteTarget;
import org.eunomia.client.RemoteTrackerService;
import org.eunomia.core.Event;
import org.eunomia.core.EventReader;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.StartSpec;
import org.eunomia.core.TrackerId;
import org.eunomia.core.TrackerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RemoteTrackerServiceTest extends TrackerServiceContract {
    private RemoteTrackerService remote;

    RemoteTrackerServiceTest() {
        super(new Daemon());
    }

    @BeforeEach
    void connect() throws OperationFailedException {
        remote = RemoteTrackerService.of(RemoteTarget.of(daemon.uri(""), Optional.of("operator")), Daemon.DOCUMENTS);
    }

    @AfterEach
    void disconnect() {
        remote.close();
    }

    @Override
    TrackerService service() {
        return remote;
    }

    @Test
    void tellsWhoItIsThere() throws Exception {
        assertEquals("token:operator", remote.info().caller());
        try (RemoteTrackerService stranger = RemoteTrackerService.of(RemoteTarget.of(daemon.uri(""), Optional.of("x")), Daemon.DOCUMENTS)) {
            assertInstanceOf(Failure.Unauthenticated.class, assertThrows(OperationFailedException.class, stranger::list).failure());
        }
    }

    @Test
    void saysWhenNobodyIsThere() throws Exception {
        daemon.server.close();
        Failure.Unavailable gone = assertInstanceOf(Failure.Unavailable.class, assertThrows(OperationFailedException.class, remote::list).failure());
        assertEquals("daemon at " + daemon.uri("") + ": nothing listens there", gone.summary());
        daemon.restart();
    }

    @Test
    void readersGoOnWhenTheServerComesBack() throws Exception {
        TrackerId id = remote.start(StartSpec.of(sample())).id();
        Set<Long> seen = new HashSet<>();
        try (EventReader reader = remote.events(id, 0)) {
            for (int round = 0; round < 5; round++) {
                for (int i = 0; i < 100; i++) daemon.kernel.fire(FakeKernel.event(1, round * 100 + i, "x"));
                daemon.restart();
                while (seen.size() < (round + 1) * 100) {
                    for (Event e : reader.read(Duration.ofSeconds(20)).events()) assertTrue(seen.add((Long) e.value().get("number")), () -> e + " came twice");
                }
            }
        }
        assertEquals(500, seen.size());
    }
}

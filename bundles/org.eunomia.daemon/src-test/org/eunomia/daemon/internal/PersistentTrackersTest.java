package org.eunomia.daemon.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.PackageDocuments;
import org.eunomia.core.StartOptions;
import org.eunomia.core.StartSpec;
import org.eunomia.core.TrackerId;
import org.eunomia.core.TrackerService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersistentTrackersTest {
    private static final PackageDocuments DOCUMENTS = ServiceLoader.load(PackageDocuments.class).findFirst().orElseThrow();
    private static final StartOptions KEPT = new StartOptions(Map.of("team", "a"), Duration.ZERO, StartOptions.Budget.UNLIMITED, true);

    @TempDir
    Path folder;
    private final List<String> log = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-24T12:00:00Z");

    /** A daemon's life, over the files of those before. */
    private final class Life {
        final StartedTrackers trackers = new StartedTrackers();
        final PersistentTrackers persistent;
        final TrackerService service;
        final int restored;

        Life(String... unloadable) throws IOException {
            trackers.refused.addAll(List.of(unloadable));
            persistent = new PersistentTrackers(trackers, DOCUMENTS, StateFolder.open(folder), new LogLines(log::add, false), () -> now);
            restored = persistent.restore();
            service = persistent.remembering();
        }

        List<String> running() {
            return trackers.running.values().stream().map(s -> s.name() + s.params()).toList();
        }
    }

    private static StartSpec spec(String name, Map<String, String> params, StartOptions options) throws OperationFailedException, IOException {
        byte[] document = PersistentTrackersTest.class.getResourceAsStream("sample.json").readAllBytes();
        return new StartSpec(DOCUMENTS.read("sample", document), name, params, Map.of("rb", 4096), options);
    }

    @Test
    void whatIsPersistentComesBackInItsOrder() throws Exception {
        Life first = new Life();
        for (int i = 0; i < 12; i++) first.service.start(spec("t" + i, Map.of("target_pid", "" + i), KEPT));
        first.service.start(spec("passing", Map.of(), StartOptions.NONE));
        first.service.stop(new TrackerId(3));
        Life second = new Life();
        assertEquals(List.of("t0{target_pid=0}", "t1{target_pid=1}", "t3{target_pid=3}"), second.running().subList(0, 3));
        assertEquals(11, second.restored);
        assertEquals(spec("t0", Map.of("target_pid", "0"), KEPT).options(), second.trackers.running.get(new TrackerId(1)).options());
        assertEquals(Map.of("rb", 4096), second.trackers.running.get(new TrackerId(1)).mapEntries());
        second.service.stop(new TrackerId(1));
        second.service.start(spec("late", Map.of(), KEPT));
        List<String> third = new Life().running();
        assertEquals("t1{target_pid=1}", third.getFirst());
        assertEquals("late{}", third.getLast());
    }

    @Test
    void aReplacementComesBackAsReplaced() throws Exception {
        Life first = new Life();
        first.service.start(spec("t", Map.of(), KEPT));
        first.service.update(new TrackerId(1), spec("", Map.of("target_pid", "5"), StartOptions.NONE), false);
        Life second = new Life();
        assertEquals(List.of("t{target_pid=5}"), second.running());
        assertEquals(KEPT, second.trackers.running.get(new TrackerId(1)).options());
    }

    @Test
    void whatDoesNotLoadHoldsNobodyBackAndIsTold() throws Exception {
        Life first = new Life();
        for (String name : List.of("a", "b", "c")) first.service.start(spec(name, Map.of(), KEPT));
        Life second = new Life("b");
        assertEquals(List.of("a{}", "c{}"), second.running());
        assertTrue(log.stream().anyMatch(l -> l.contains("event=not-restored") && l.contains("name=b")), log::toString);
        assertEquals(List.of("a{}", "b{}", "c{}"), new Life().running(), "it is tried again the next time");
        new Life("b").service.stop(new TrackerId(2));
        assertEquals(List.of("a{}", "c{}"), new Life().running(), "until somebody stops it");
    }

    /** As when the daemon has come to demand signatures. */
    @Test
    void aPackageThatIsRefusedByNowIsListedAsFailed() throws Exception {
        Life first = new Life();
        for (String name : List.of("a", "b")) first.service.start(spec(name, Map.of(), KEPT));
        Path file = folder.resolve("000000000001.json");
        byte[] whole = Files.readAllBytes(file);
        Files.writeString(file, Files.readString(file).replace("996ddc5950e6", "000000000000"));
        Life second = new Life();
        assertEquals(List.of("b{}"), second.running());
        assertTrue(second.trackers.failed.getFirst().startsWith("a: invalid package kept as document 1"), second.trackers.failed::toString);
        Files.write(file, whole);
        assertEquals(List.of("a{}", "b{}"), new Life().running());
    }

    @Test
    void keepsWhatANewerDaemonWrote() throws Exception {
        new Life().service.start(spec("a", Map.of(), KEPT));
        Path file = folder.resolve("000000000001.json");
        String newer = Files.readString(file).replace("eunomia-state/1", "eunomia-state/2");
        Files.writeString(file, newer);
        assertEquals(List.of(), new Life().running());
        assertEquals(newer, Files.readString(file));
    }

    @Test
    void isForTheOwnersEyesOnly() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        new Life().service.start(spec("a", Map.of(), KEPT));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("000000000001.json"))));
    }

    @Test
    void whatWasNotStartedIsNotKept() throws Exception {
        Life first = new Life("a");
        assertThrows(OperationFailedException.class, () -> first.service.start(spec("a", Map.of(), KEPT)));
        assertEquals(List.of(), new Life().running());
    }

    private static StartOptions keptFor(Duration time) {
        return new StartOptions(Map.of(), time, new StartOptions.Budget(7, 0, 0), true);
    }

    @Test
    void whatHasATimeToLiveComesBackForTheRestOfIt() throws Exception {
        Life first = new Life();
        first.service.start(spec("long", Map.of(), keptFor(Duration.ofHours(1))));
        first.service.start(spec("short", Map.of(), keptFor(Duration.ofMinutes(1))));
        first.service.start(spec("eternal", Map.of(), keptFor(Duration.ofSeconds(Long.MAX_VALUE))));
        now = now.plus(Duration.ofMinutes(10));
        Life second = new Life();
        assertEquals(List.of("long{}", "eternal{}"), second.running());
        assertEquals(keptFor(Duration.ofMinutes(50)), second.trackers.running.get(new TrackerId(1)).options());
        assertTrue(log.stream().anyMatch(l -> l.contains("event=outlived") && l.contains("name=short")), log::toString);
        second.service.update(new TrackerId(1), spec("", Map.of("target_pid", "5"), StartOptions.NONE), false);
        now = now.plus(Duration.ofMinutes(20));
        Life third = new Life();
        assertEquals(List.of("long{target_pid=5}", "eternal{}"), third.running());
        assertEquals(keptFor(Duration.ofMinutes(30)), third.trackers.running.get(new TrackerId(1)).options());
        now = now.plus(Duration.ofMinutes(30));
        assertEquals(List.of("eternal{}"), new Life().running());
        now = now.minus(Duration.ofMinutes(30));
        assertEquals(List.of("eternal{}"), new Life().running(), "what has outlived its time is gone for good");
    }

    @Test
    void aDocumentThatCannotBeReadHoldsNobodyBackAndIsTold() throws Exception {
        Life first = new Life();
        for (String name : List.of("a", "b")) first.service.start(spec(name, Map.of(), KEPT));
        Path file = folder.resolve("000000000001.json");
        byte[] whole = Files.readAllBytes(file);
        Files.delete(file);
        Files.createDirectory(file);
        Files.createDirectories(folder.resolve("7.new/full"));
        Life second = new Life();
        assertEquals(List.of("b{}"), second.running());
        assertTrue(log.stream().anyMatch(l -> l.contains("event=state-unreadable document=1")), log::toString);
        assertTrue(second.trackers.failed.getFirst().startsWith("document 1: document 1 of the daemon's state: it cannot be read"), second.trackers.failed::toString);
        Files.delete(file);
        Files.write(file, whole);
        assertEquals(List.of("a{}", "b{}"), new Life().running(), "the disk may give it the next time");
    }

    /** Whatever a file that is written has come to when the machine stops: the others come back, and the cut one does too or is set aside. */
    @Test
    void survivesBeingCutOffAtAnyByte() throws Exception {
        Life first = new Life();
        first.service.start(spec("a", Map.of(), KEPT));
        first.service.start(spec("b", Map.of(), KEPT));
        Path file = folder.resolve("000000000001.json");
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length += 1 + length / 40) {
            Files.write(file, Arrays.copyOf(whole, length));
            Files.write(folder.resolve("2.new"), Arrays.copyOf(whole, length));
            assertEquals(List.of("b{}"), new Life().running(), "cut at " + length);
            assertTrue(Files.exists(folder.resolve("000000000001.json.bad")) || Files.exists(file));
        }
        Files.write(file, whole);
        assertEquals(List.of("a{}", "b{}"), new Life().running());
    }
}

package org.eunomia.ide.events.internal.recording;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eunomia.core.Event;
import org.eunomia.core.EventBatch;
import org.eunomia.core.LossLedger;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.PackageInfo;
import org.eunomia.ide.events.internal.model.EventFeed;
import org.eunomia.ide.events.internal.model.Samples;
import org.eunomia.ide.events.internal.model.ScriptedSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingTest {
    private static final LossLedger LOSSES = new LossLedger(5, Map.of("rb", 2L), Map.of());
    private static final PackageInfo PACK = new PackageInfo("opensnoop", "1.0.0", "sha256:abc");
    @TempDir
    private Path folder;

    /** @param complete whether the recording is ended in order */
    private Path record(List<EventBatch> batches, boolean complete) throws Exception {
        Path file = folder.resolve("opensnoop.events");
        ScriptedSource source = new ScriptedSource(Samples.LOCAL, batches, Optional.of(LOSSES), PACK);
        EventFeed feed = new EventFeed(source);
        Recorder recorder = Recorder.start(feed, file);
        feed.start();
        source.awaitRead(feed);
        if (complete) recorder.close();
        return file;
    }

    private static List<Event> readAll(Recording recording) throws Exception {
        List<Event> all = new ArrayList<>();
        EventBatch batch;
        do {
            batch = recording.read(Duration.ofSeconds(1));
            all.addAll(batch.events());
        } while (!batch.end());
        return all;
    }

    @Test
    void bringsBackWhatWasRecorded() throws Exception {
        List<Event> events = Samples.opens(10, 5000);
        Event other = Samples.event(5010, Samples.schema("other", "x", Samples.U64), Samples.bytes(7L));
        Path file = record(List.of(new EventBatch(events, 3, false), new EventBatch(List.of(other), 0, true)), true);
        try (Recording recording = Recording.open(file, false)) {
            assertEquals(Samples.LOCAL, recording.origin());
            assertEquals(List.of(PACK), recording.packages());
            assertEquals(Optional.of(LOSSES), recording.losses());
            EventBatch first = recording.read(Duration.ofSeconds(1));
            assertEquals(3, first.skipped());
            List<Event> back = new ArrayList<>(first.events());
            back.addAll(readAll(recording));
            assertEquals(5001, back.size());
            assertFalse(recording.isCutOff());
            for (int i = 0; i < events.size(); i++) {
                assertArrayEquals(events.get(i).data(), back.get(i).data());
                assertEquals(events.get(i).timeNanos(), back.get(i).timeNanos());
            }
            assertEquals(other.schema(), back.getLast().schema());
        }
    }

    @Test
    void replaysWhatThereIsOfARecordingThatWasCutOff() throws Exception {
        Path file = record(List.of(new EventBatch(Samples.opens(0, 100), 0, true)), false);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() - 10);
        }
        try (Recording recording = Recording.open(file, false)) {
            assertEquals(99, readAll(recording).size());
            assertTrue(recording.isCutOff());
            assertEquals(Optional.empty(), recording.losses());
        }
    }

    @Test
    void keepsThePaceOfTheOriginal() throws Exception {
        Event soon = Samples.open(0, 1, "a", "b");
        Event later = new Event(1, soon.timeNanos() + 300_000_000L, soon.tracker(), 1, soon.map(), soon.schema(), soon.data());
        Path file = record(List.of(new EventBatch(List.of(soon, later), 0, true)), true);
        try (Recording recording = Recording.open(file, true)) {
            long start = System.nanoTime();
            assertEquals(2, readAll(recording).size());
            assertTrue(System.nanoTime() - start >= 290_000_000L);
        }
    }

    @Test
    void refusesOtherFiles() throws Exception {
        Path file = Files.writeString(folder.resolve("x.events"), "{\"format\":\"eunomia/1\"}");
        OperationFailedException e = assertThrows(OperationFailedException.class, () -> Recording.open(file, false));
        assertEquals("recording x.events: this is no recording of events", e.failure().summary());
    }
}

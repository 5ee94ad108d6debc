package org.eunomia.daemon.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.PackageDocuments;
import org.eunomia.core.StartOptions;
import org.eunomia.core.StartSpec;
import org.eunomia.wire.InvalidDocumentException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StateDocumentTest {
    private static final PackageDocuments DOCUMENTS = ServiceLoader.load(PackageDocuments.class).findFirst().orElseThrow();
    private static final StartOptions OPTIONS = new StartOptions(Map.of("team", "a"), Duration.ofHours(2), new StartOptions.Budget(1000, 5, 1 << 20), true);
    private StartSpec spec;
    private byte[] whole;

    @BeforeEach
    void write() throws Exception {
        byte[] sample = StateDocumentTest.class.getResourceAsStream("sample.json").readAllBytes();
        spec = new StartSpec(DOCUMENTS.read("sample", sample), "t", Map.of("target_pid", "7"), Map.of("rb", 4096), OPTIONS);
        whole = StateDocument.write(spec, Optional.empty(), DOCUMENTS);
    }

    private static StartSpec read(byte[] document) throws Exception {
        return StateDocument.read("document 1", document).spec(Instant.EPOCH, DOCUMENTS);
    }

    @Test
    void bringsBackWhatWasKept() throws Exception {
        StartSpec back = read(whole);
        assertEquals(DOCUMENTS.digest(spec.pack()), DOCUMENTS.digest(back.pack()));
        assertEquals(spec, new StartSpec(spec.pack(), back.name(), back.params(), back.mapEntries(), back.options()));
    }

    @Test
    void knowsThatItIsCutOffAtWhateverByte() {
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThrows(InvalidDocumentException.class, () -> read(cut), "cut at " + length);
        }
    }

    /** As a file may be whose length is on the disk and whose data is not. */
    @Test
    void knowsThatItEndsInZeroes() {
        for (int length = 0; length < whole.length; length++) {
            byte[] zeroes = Arrays.copyOf(Arrays.copyOf(whole, length), whole.length);
            assertThrows(InvalidDocumentException.class, () -> read(zeroes), "zeroes from " + length);
        }
    }

    @Test
    void tellsANewerFormFromADamagedOne() {
        byte[] newer = new String(whole, StandardCharsets.UTF_8).replace("eunomia-state/1", "eunomia-state/2").getBytes(StandardCharsets.UTF_8);
        Failure failure = assertThrows(OperationFailedException.class, () -> read(newer)).failure();
        assertEquals("a newer daemon wrote it", assertInstanceOf(Failure.NotSupported.class, failure).hint());
        byte[] foreign = new String(whole, StandardCharsets.UTF_8).replace("eunomia-state/1", "eunomia/1").getBytes(StandardCharsets.UTF_8);
        assertThrows(InvalidDocumentException.class, () -> read(foreign));
    }
}

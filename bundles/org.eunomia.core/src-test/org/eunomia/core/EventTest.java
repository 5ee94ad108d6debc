package org.eunomia.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Map;
import org.eunomia.core.schema.Schema;
import org.eunomia.core.schema.Type;
import org.junit.jupiter.api.Test;

class EventTest {
    private static final Schema BYTE = new Schema("u8", new Type.Int("u8", 1, false));

    @Test
    void tellsItsTimeToTheNanosecond() {
        Event event = new Event(0, 1_795_456_800_123_456_789L, "t", 1, "rb", BYTE, new byte[] {1});
        assertEquals(Instant.parse("2026-11-23T18:00:00.123456789Z"), event.time());
    }

    @Test
    void decodesByItsSchema() {
        assertEquals(Map.of("value", 200L), new Event(0, 0, "t", 1, "rb", BYTE, new byte[] {(byte) 200}).value());
    }

    @Test
    void addsUpTheLedger() {
        LossLedger ledger = new LossLedger(10, Map.of("rb", 3L), Map.of("perf", 2L));
        assertEquals(15, ledger.produced());
    }
}

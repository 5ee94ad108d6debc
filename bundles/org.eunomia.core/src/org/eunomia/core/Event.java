package org.eunomia.core;

import java.time.Instant;
import java.util.Map;
import org.eunomia.core.schema.Decoder;
import org.eunomia.core.schema.Schema;

/**
 * One record with what is needed to read it. Decoded only when asked: {@link #value()} is computed on each call.
 *
 * @param position   counts the events of a tracker from 0 without gaps; a reader that comes back goes on after its last one
 * @param timeNanos  nanoseconds since 1970-01-01T00:00:00Z by the clock of the host that ran the tracker, when the record was read
 * @param map        the map that the record came out of
 * @param data       the record; owned by the event, not to be written to
 */
public record Event(long position, long timeNanos, String tracker, int generation, String map, Schema schema, byte[] data) {
    public Instant time() {
        return Instant.ofEpochSecond(Math.floorDiv(timeNanos, 1_000_000_000L), Math.floorMod(timeNanos, 1_000_000_000L));
    }

    /** The fields by name in the order of the schema; see {@link Decoder} for the Java type of each value. */
    public Map<String, Object> value() {
        return Decoder.of(schema).decode(data);
    }
}

package org.eunomia.wire;

import java.nio.ByteOrder;

/**
 * The stream of raw records, version 1: a sequence of frames, each a length (u32, of what follows), a kind (u8) and a body; numbers in network order. The first
 * frame is {@link #HELLO}. A schema comes before the first record that refers to it, once. {@link #END} is the last frame of a stream that was not cut off.
 */
final class RawEvents {
    static final int VERSION = 1;
    /** JSON: {@code version}, {@code tracker}, {@code order} of the bytes in records ({@code little} or {@code big}). */
    static final int HELLO = 1;
    /** u32 number, then JSON: {@code map} and {@code schema}. */
    static final int SCHEMA = 2;
    /** u32 number of the schema, u32 generation, u64 position, u64 time (ns since 1970), then the record. */
    static final int RECORD = 3;
    /** u64: so many events were dropped just before the next record because this reader was too slow. */
    static final int SKIPPED = 4;
    /** Empty: the connection is alive. */
    static final int ALIVE = 5;
    /** JSON: {@code reason}. */
    static final int END = 6;
    /** A problem document: the stream ends because of it. */
    static final int FAILED = 7;

    static final int RECORD_HEAD = 24;
    static final int MAX_FRAME = 16 << 20;
    static final int MAX_SCHEMAS = 1 << 16;

    private RawEvents() { }

    static String hostOrder() {
        return ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN ? "little" : "big";
    }
}

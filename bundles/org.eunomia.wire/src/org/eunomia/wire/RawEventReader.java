package org.eunomia.wire;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.eunomia.core.Event;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.schema.Schema;

/** Reads the stream of raw records. Used by one thread. */
public final class RawEventReader {
    private final DataInputStream in;
    private final Map<Integer, Kind> kinds = new HashMap<>();
    private String tracker;

    private record Kind(String map, Schema schema) { }

    /** What a stream tells. */
    public sealed interface Item {
        record Record(Event event) implements Item { }

        record Skipped(long count) implements Item { }

        /** Nothing, but the other end is there. */
        record Alive() implements Item { }

        record End(String reason) implements Item { }
    }

    /** @param in buffered or fast in small reads */
    public RawEventReader(InputStream in) {
        this.in = new DataInputStream(in);
    }

    /**
     * Blocks until there is something.
     *
     * @throws EOFException when the stream was cut off
     * @throws IOException also when the stream has not the form that it should have
     * @throws OperationFailedException with the failure that the other end ended the stream with, or when its bytes have another order than ours
     */
    public Item next() throws IOException, OperationFailedException {
        while (true) {
            int length = in.readInt();
            if (length < 1 || length > RawEvents.MAX_FRAME) throw new IOException("a frame of " + Integer.toUnsignedString(length) + " bytes in the stream of records");
            int kind = in.readUnsignedByte();
            if (tracker == null && kind != RawEvents.HELLO) throw new IOException("the stream of records does not start with its version");
            byte[] body = in.readNBytes(length - 1);
            if (body.length != length - 1) throw new EOFException();
            Item item = item(kind, body);
            if (item != null) return item;
        }
    }

    /** @return null for what is of no interest outside */
    private Item item(int kind, byte[] body) throws IOException, OperationFailedException {
        return switch (kind) {
            case RawEvents.HELLO -> hello(members(body));
            case RawEvents.SCHEMA -> schema(body);
            case RawEvents.RECORD -> record(body);
            case RawEvents.SKIPPED -> new Item.Skipped(fixed(body, 8).getLong());
            case RawEvents.ALIVE -> new Item.Alive();
            case RawEvents.END -> new Item.End(String.valueOf(members(body).get("reason")));
            case RawEvents.FAILED -> throw new OperationFailedException(failure(body));
            // A newer daemon may tell more than this version knows.
            default -> null;
        };
    }

    private Item hello(Map<?, ?> hello) throws IOException, OperationFailedException {
        if (!Long.valueOf(RawEvents.VERSION).equals(hello.get("version"))) {
            throw new IOException("version " + hello.get("version") + " of the stream of records is not known");
        }
        if (!RawEvents.hostOrder().equals(hello.get("order"))) {
            throw new OperationFailedException(new Failure.Unavailable("events", "the records are of a host with another byte order", "ask for application/x-ndjson instead"));
        }
        tracker = String.valueOf(hello.get("tracker"));
        return null;
    }

    private Item schema(byte[] body) throws IOException {
        int number = fixed(body, 4).getInt();
        if (kinds.size() >= RawEvents.MAX_SCHEMAS) throw new IOException("too many schemas in the stream of records");
        byte[] json = new byte[body.length - 4];
        System.arraycopy(body, 4, json, 0, json.length);
        Map<?, ?> members = members(json);
        try {
            kinds.put(number, new Kind(String.valueOf(members.get("map")), Documents.fromJson(Schema.class, members.get("schema"), Documents.Unknown.IGNORED)));
        } catch (InvalidDocumentException e) {
            throw new IOException("a schema in the stream of records, at " + e.pointer() + ": " + e.getMessage(), e);
        }
        return null;
    }

    private Item record(byte[] body) throws IOException {
        ByteBuffer head = fixed(body, RawEvents.RECORD_HEAD);
        Kind kind = kinds.get(head.getInt());
        if (kind == null) throw new IOException("a record of an unknown schema in the stream of records");
        int generation = head.getInt();
        long position = head.getLong();
        long time = head.getLong();
        byte[] data = new byte[body.length - RawEvents.RECORD_HEAD];
        head.get(data);
        return new Item.Record(new Event(position, time, tracker, generation, kind.map, kind.schema, data));
    }

    private static Failure failure(byte[] body) throws IOException {
        try {
            return Problem.fromJson(members(body));
        } catch (InvalidDocumentException e) {
            throw new IOException("the stream of records ended with a failure that is not known: " + e.getMessage(), e);
        }
    }

    private static Map<?, ?> members(byte[] json) throws IOException {
        if (Json.parse(json) instanceof Map<?, ?> members) return members;
        throw new IOException("an object is wanted in the stream of records");
    }

    private static ByteBuffer fixed(byte[] body, int least) throws IOException {
        if (body.length < least) throw new IOException("a short frame in the stream of records");
        return ByteBuffer.wrap(body);
    }
}

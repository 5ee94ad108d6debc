package org.eunomia.wire;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eunomia.core.Event;
import org.eunomia.core.Failure;
import org.eunomia.core.schema.Schema;

/** Writes the stream of raw records into a buffer that grows until it is {@linkplain #take taken}. Used by one thread; {@link RawEventReader} is the other end. */
public final class RawEventWriter {
    public static final String MEDIA_TYPE = "application/vnd.eunomia.records";
    /** By identity of the schema, as a tracker has few and comparing them is dear. */
    private final Map<Schema, Map<String, Integer>> known = new IdentityHashMap<>();
    private int schemas;
    private ByteBuffer out = ByteBuffer.allocate(1 << 14);

    public RawEventWriter(String tracker) {
        json(RawEvents.HELLO, Map.of("version", (long) RawEvents.VERSION, "tracker", tracker, "order", RawEvents.hostOrder()));
    }

    public void event(Event event) {
        int schema = number(event);
        frame(RawEvents.RECORD, RawEvents.RECORD_HEAD + event.data().length);
        out.putInt(schema).putInt(event.generation()).putLong(event.position()).putLong(event.timeNanos()).put(event.data());
    }

    private int number(Event event) {
        Map<String, Integer> byMap = known.computeIfAbsent(event.schema(), s -> new HashMap<>());
        Integer number = byMap.get(event.map());
        return number != null ? number : introduce(event, byMap);
    }

    private int introduce(Event event, Map<String, Integer> byMap) {
        int number = schemas++;
        byMap.put(event.map(), number);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("map", event.map());
        body.put("schema", Documents.toJson(event.schema()));
        byte[] json = Json.write(body);
        frame(RawEvents.SCHEMA, 4 + json.length);
        out.putInt(number).put(json);
        return number;
    }

    public void skipped(long count) {
        frame(RawEvents.SKIPPED, 8);
        out.putLong(count);
    }

    public void alive() {
        frame(RawEvents.ALIVE, 0);
    }

    public void end(String reason) {
        json(RawEvents.END, Map.of("reason", reason));
    }

    public void failed(Failure failure) {
        json(RawEvents.FAILED, Problem.toJson(failure, 0));
    }

    public int size() {
        return out.position();
    }

    /** What was written since the last time. */
    public ByteBuffer take() {
        ByteBuffer taken = out.flip();
        out = ByteBuffer.allocate(1 << 14);
        return taken;
    }

    private void json(int kind, Map<String, Object> body) {
        byte[] json = Json.write(body);
        frame(kind, json.length);
        out.put(json);
    }

    private void frame(int kind, int bodyBytes) {
        int needed = 5 + bodyBytes;
        if (out.remaining() < needed) {
            out = ByteBuffer.wrap(Arrays.copyOf(out.array(), Math.max(out.capacity() * 2, out.position() + needed))).position(out.position());
        }
        out.putInt(1 + bodyBytes).put((byte) kind);
    }
}

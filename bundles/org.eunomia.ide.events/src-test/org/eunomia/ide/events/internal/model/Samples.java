package org.eunomia.ide.events.internal.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.eunomia.core.Event;
import org.eunomia.core.schema.Field;
import org.eunomia.core.schema.Schema;
import org.eunomia.core.schema.Type;

/** Events to test with. */
public final class Samples {
    public static final Type S32 = new Type.Int("int", 4, true);
    public static final Type U32 = new Type.Int("__u32", 4, false);
    public static final Type U64 = new Type.Int("__u64", 8, false);
    public static final Schema OPEN = schema("open", "pid", S32, "comm", text(16), "filename", text(64));
    public static final Origin LOCAL = new Origin("Local", "opensnoop");

    private Samples() { }

    public static Type text(int count) {
        return new Type.Array("char[" + count + "]", new Type.Char("char"), count);
    }

    /** Members one after the other: name, type, name, type … */
    public static Type.Struct struct(String name, Object... namesAndTypes) {
        List<Field> fields = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < namesAndTypes.length; i += 2) {
            Type type = (Type) namesAndTypes[i + 1];
            fields.add(Field.of((String) namesAndTypes[i], type, at));
            at += type.size();
        }
        return new Type.Struct("struct " + name, false, at, fields);
    }

    public static Schema schema(String name, Object... namesAndTypes) {
        return new Schema(name, struct(name, namesAndTypes));
    }

    /** Bytes in host order: Byte, Short, Integer, Long, Float, Double by their sizes, a String with its bytes, a byte[] as it is. */
    public static byte[] bytes(Object... values) {
        ByteBuffer out = ByteBuffer.allocate(4096).order(ByteOrder.nativeOrder());
        for (Object v : values) {
            switch (v) {
                case Byte b -> out.put(b);
                case Short s -> out.putShort(s);
                case Integer i -> out.putInt(i);
                case Long l -> out.putLong(l);
                case Float f -> out.putFloat(f);
                case Double d -> out.putDouble(d);
                case String s -> out.put(s.getBytes(StandardCharsets.UTF_8));
                case byte[] b -> out.put(b);
                default -> throw new IllegalArgumentException(v.toString());
            }
        }
        byte[] bytes = new byte[out.position()];
        out.flip().get(bytes);
        return bytes;
    }

    public static byte[] chars(String s, int size) {
        return Arrays.copyOf(s.getBytes(StandardCharsets.UTF_8), size);
    }

    public static Event event(long position, Schema schema, byte[] data) {
        return new Event(position, 1_763_985_600_000_000_000L + position * 1_000_000, "opensnoop", 1, "rb", schema, data);
    }

    public static Event open(long position, int pid, String comm, String filename) {
        return event(position, OPEN, bytes(pid, chars(comm, 16), chars(filename, 64)));
    }

    /** {@code count} events from {@code first} on; pid is the position. */
    public static List<Event> opens(long first, int count) {
        return IntStream.range(0, count).mapToObj(i -> open(first + i, (int) first + i, i % 2 == 0 ? "bash" : "cat", "/etc/file" + i)).toList();
    }

    /** A store with one event. */
    public static EventStore store(Schema schema, byte[]... records) {
        EventStore store = new EventStore(64 << 20);
        for (int i = 0; i < records.length; i++) store.add(LOCAL, List.of(event(i, schema, records[i])));
        return store;
    }
}

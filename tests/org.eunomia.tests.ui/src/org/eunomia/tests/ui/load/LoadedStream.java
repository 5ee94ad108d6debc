package org.eunomia.tests.ui.load;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eunomia.core.Event;
import org.eunomia.core.EventBatch;
import org.eunomia.core.EventReader;
import org.eunomia.core.schema.Field;
import org.eunomia.core.schema.Schema;
import org.eunomia.core.schema.Type;

/** Opened files at a steady rate, as a tracker of them would bring them. */
final class LoadedStream implements EventReader {
    private static final Schema SCHEMA = new Schema("event", new Type.Struct("struct event", false, 156, List.of(Field.of("pid", new Type.Int("int", 4, true), 0),
            Field.of("uid", new Type.Int("unsigned int", 4, false), 4), Field.of("ret", new Type.Int("int", 4, true), 8), Field.of("comm", text(16), 12), Field.of("filename", text(128), 28))));
    private static final int MOST = 8192;
    private final int rate;
    private final long all;
    private long startNanos;
    private volatile long produced;
    private volatile boolean ended;

    LoadedStream(int rate, int seconds) {
        this.rate = rate;
        this.all = (long) rate * seconds;
    }

    private static Type text(int count) {
        return new Type.Array("char[" + count + "]", new Type.Char("char"), count);
    }

    long produced() {
        return produced;
    }

    boolean isEnded() {
        return ended;
    }

    @Override
    public EventBatch read(Duration timeout) throws InterruptedException {
        if (startNanos == 0) startNanos = System.nanoTime();
        Thread.sleep(10);
        long due = Math.min(all, (System.nanoTime() - startNanos) * rate / 1_000_000_000L);
        int count = (int) Math.min(MOST, due - produced);
        List<Event> events = new ArrayList<>(count);
        long now = System.currentTimeMillis() * 1_000_000L;
        for (int i = 0; i < count; i++) events.add(event(produced + i, now));
        produced += count;
        ended = produced == all;
        return new EventBatch(events, 0, ended);
    }

    private static Event event(long position, long now) {
        ByteBuffer data = ByteBuffer.allocate(156).order(ByteOrder.nativeOrder());
        data.putInt((int) (position % 1000)).putInt(0).putInt(position % 7 == 0 ? -2 : 3);
        data.put(position % 3 == 0 ? BASH : CAT);
        data.position(28);
        data.put(("/etc/conf.d/file-" + position % 5000).getBytes(StandardCharsets.ISO_8859_1));
        return new Event(position, now, "load", 1, "events", SCHEMA, data.array());
    }

    private static final byte[] BASH = "bash".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] CAT = "cat".getBytes(StandardCharsets.ISO_8859_1);

    @Override
    public void close() {
        ended = true;
    }
}

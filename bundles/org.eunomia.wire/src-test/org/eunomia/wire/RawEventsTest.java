package org.eunomia.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.eunomia.core.Event;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.schema.Schema;
import org.eunomia.core.schema.Type;
import org.eunomia.wire.RawEventReader.Item;
import org.junit.jupiter.api.Test;

class RawEventsTest {
    private static final Schema NUMBER = new Schema("number", new Type.Int("__u32", 4, false));

    private static Event event(long position, String map, Schema schema, int bytes) {
        byte[] data = new byte[bytes];
        Arrays.fill(data, (byte) position);
        return new Event(position, 1_795_456_800_123_456_789L + position, "opensnoop", 2, map, schema, data);
    }

    private static byte[] stream(RawEventWriter writer) {
        byte[] bytes = new byte[writer.size()];
        writer.take().get(bytes);
        return bytes;
    }

    private static RawEventReader reader(byte[] bytes) {
        return new RawEventReader(new ByteArrayInputStream(bytes));
    }

    private static byte[] sample() {
        RawEventWriter writer = new RawEventWriter("opensnoop");
        for (int i = 0; i < 100; i++) writer.event(event(i, i % 3 == 0 ? "a" : "b", i % 2 == 0 ? Samples.EVENT : NUMBER, i * 7 % 130));
        writer.skipped(17);
        writer.alive();
        writer.end("stopped on request");
        return stream(writer);
    }

    @Test
    void eventsComeBackEqual() throws Exception {
        RawEventReader reader = reader(sample());
        for (int i = 0; i < 100; i++) {
            Event sent = event(i, i % 3 == 0 ? "a" : "b", i % 2 == 0 ? Samples.EVENT : NUMBER, i * 7 % 130);
            Event got = assertInstanceOf(Item.Record.class, reader.next()).event();
            assertArrayEquals(sent.data(), got.data());
            assertEquals(sent, new Event(got.position(), got.timeNanos(), got.tracker(), got.generation(), got.map(), got.schema(), sent.data()));
        }
        assertEquals(new Item.Skipped(17), reader.next());
        assertEquals(new Item.Alive(), reader.next());
        assertEquals(new Item.End("stopped on request"), reader.next());
        assertThrows(EOFException.class, reader::next);
    }

    @Test
    void schemaIsSentOnce() {
        RawEventWriter writer = new RawEventWriter("opensnoop");
        writer.event(event(0, "rb", Samples.EVENT, 64));
        writer.take();
        writer.event(event(1, "rb", Samples.EVENT, 64));
        assertEquals(5 + 24 + 64, writer.size());
    }

    @Test
    void failureComesBackEqual() {
        RawEventWriter writer = new RawEventWriter("opensnoop");
        writer.failed(Samples.FAILURES.get(4));
        RawEventReader reader = reader(stream(writer));
        assertEquals(Samples.FAILURES.get(4), assertThrows(OperationFailedException.class, reader::next).failure());
    }

    @Test
    void aStreamThatIsCutOffAnywhereIsNoEnd() throws Exception {
        byte[] whole = sample();
        for (int length = 0; length < whole.length; length++) {
            RawEventReader reader = reader(Arrays.copyOf(whole, length));
            assertThrows(EOFException.class, () -> {
                while (!(reader.next() instanceof Item.End)) { }
            });
        }
    }

    /** Damage is an error or other data, never a hang, a huge allocation or another exception. */
    @Test
    void survivesDamage() {
        byte[] whole = sample();
        Random random = new Random(8527);
        int refused = 0;
        for (int i = 0; i < 3000; i++) {
            byte[] damaged = whole.clone();
            for (int n = random.nextInt(3); n >= 0; n--) damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            RawEventReader reader = reader(damaged);
            try {
                while (!(reader.next() instanceof Item.End)) { }
            } catch (IOException | OperationFailedException e) {
                refused++;
            }
        }
        assertTrue(refused > 300);
    }
}

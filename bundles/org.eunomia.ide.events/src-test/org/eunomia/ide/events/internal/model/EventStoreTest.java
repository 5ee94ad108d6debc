package org.eunomia.ide.events.internal.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.eunomia.core.Event;
import org.eunomia.core.schema.Schema;
import org.junit.jupiter.api.Test;

class EventStoreTest {
    private static final Row ROW = new Row();

    @Test
    void givesBackWhatWasAdded() {
        EventStore store = new EventStore(64 << 20);
        Event first = Samples.open(7, 42, "bash", "/etc/passwd");
        Event second = Samples.event(8, Samples.schema("other", "x", Samples.U64), Samples.bytes(0L));
        store.add(Samples.LOCAL, List.of(first, second));
        EventWindow window = store.window();
        assertEquals(2, window.size());
        Event back = ROW.moveTo(window, window.first()).event();
        assertEquals(first.timeNanos(), back.timeNanos());
        assertEquals(7, back.position());
        assertEquals("rb", back.map());
        assertEquals(first.schema(), back.schema());
        assertArrayEquals(first.data(), back.data());
        assertArrayEquals(second.data(), ROW.moveTo(window, window.first() + 1).event().data(), "zeros at the end come back");
    }

    @Test
    void dropsTheOldestAndCountsThemWhenMemoryIsUsedUp() {
        EventStore store = new EventStore(4 << 20);
        for (int i = 0; i < 100; i++) store.add(Samples.LOCAL, Samples.opens(i * 1000L, 1000));
        EventStore.Counts counts = store.counts();
        EventWindow window = store.window();
        assertEquals(100_000, counts.received());
        assertTrue(counts.dropped() > 0);
        assertEquals(counts.received(), counts.dropped() + window.size());
        assertEquals(99_999, ROW.moveTo(window, window.end() - 1).position());
        assertEquals(100_000 - window.size(), ROW.moveTo(window, window.first()).position());
        assertTrue(store.memoryBytes() <= 4 << 20);
    }

    @Test
    void keepsAWindowReadableWhenItsEventsAreDropped() {
        EventStore store = new EventStore(1 << 20);
        store.add(Samples.LOCAL, Samples.opens(0, 10));
        EventWindow before = store.window();
        for (int i = 0; i < 50; i++) store.add(Samples.LOCAL, Samples.opens(10 + i * 1000L, 1000));
        assertTrue(!store.window().holds(before.first()));
        assertEquals(10, before.size());
        assertEquals(9, ROW.moveTo(before, before.end() - 1).position());
    }

    @Test
    void goesOnAfterClear() {
        EventStore store = new EventStore(1 << 20);
        store.add(Samples.LOCAL, Samples.opens(0, 10));
        store.clear();
        assertEquals(0, store.window().size());
        store.add(Samples.LOCAL, Samples.opens(10, 3));
        EventWindow window = store.window();
        assertEquals(3, window.size());
        assertEquals(10, ROW.moveTo(window, window.first()).position());
        assertEquals(new EventStore.Counts(13, 0, 10), store.counts());
    }

    @Test
    void knowsEqualKindsWhateverObjectsTheyComeIn() {
        EventStore store = new EventStore(1 << 20);
        for (int i = 0; i < 3; i++) store.add(Samples.LOCAL, List.of(Samples.event(i, new Schema("open", Samples.OPEN.type()), new byte[84])));
        store.add(new Origin("far", "opensnoop"), Samples.opens(0, 1));
        assertEquals(2, store.window().kinds().size());
    }
}

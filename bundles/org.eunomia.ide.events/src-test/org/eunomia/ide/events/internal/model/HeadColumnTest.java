package org.eunomia.ide.events.internal.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.eunomia.core.Event;
import org.eunomia.core.view.TextBuffer;
import org.eunomia.ide.core.preferences.TimeFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HeadColumnTest {
    private static final long TIME = 1_795_456_800_123_456_789L; // 2026-11-23T18:00:00.123456789Z
    private final EventStore store = new EventStore(1 << 20);

    @AfterEach
    void restore() {
        HeadColumn.write(TimeFormat.CLOCK);
    }

    private String time(long event) {
        TextBuffer out = new TextBuffer();
        HeadColumn.TIME.text(new Row().moveTo(store.window(), event), out);
        return out.toString();
    }

    private static Event at(long nanos, long position) {
        Event e = Samples.open(position, 1, "a", "b");
        return new Event(position, nanos, e.tracker(), e.generation(), e.map(), e.schema(), e.data());
    }

    @Test
    void timesAreWrittenAsTheUserHasSet() {
        store.add(Samples.LOCAL, List.of(at(TIME, 0), at(TIME + 61_000_500_000L, 1), at(TIME - 1_500_000_000L, 2)));
        assertTrue(time(0).matches("\\d\\d:\\d\\d:\\d\\d\\.123"), time(0));
        HeadColumn.write(TimeFormat.INSTANT);
        assertEquals("2026-11-23T18:00:00.123456789Z", time(0));
        HeadColumn.write(TimeFormat.RELATIVE);
        assertEquals(List.of("0.000000", "61.000500", "-1.500000"), List.of(time(0), time(1), time(2)));
    }
}

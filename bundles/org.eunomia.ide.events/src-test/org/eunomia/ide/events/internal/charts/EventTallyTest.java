package org.eunomia.ide.events.internal.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.eunomia.ide.events.internal.charts.EventTally.Spec;
import org.eunomia.ide.events.internal.model.EventStore;
import org.eunomia.ide.events.internal.model.Samples;
import org.eunomia.ide.events.internal.model.filter.Filter;
import org.junit.jupiter.api.Test;

class EventTallyTest {
    private final EventStore store = new EventStore(64 << 20);

    @Test
    void countsWhatIsThereAndWhatComesLater() throws Exception {
        EventTally tally = new EventTally(store, new Spec(Filter.NONE, "comm", ""));
        assertFalse(tally.advance(100));
        store.add(Samples.LOCAL, Samples.opens(0, 5));
        assertTrue(tally.advance(3));
        assertFalse(tally.advance(100));
        store.add(Samples.LOCAL, Samples.opens(5, 2));
        assertFalse(tally.advance(100));
        assertEquals(7, tally.counted());
        assertEquals(List.of(new TopValues.Top("bash", 4, 0), new TopValues.Top("cat", 3, 0)), tally.values().top(5));
        assertEquals(7, tally.rates().perSecond(tally.rates().newestNanos(), 1)[0]);
    }

    @Test
    void addsUpAColumnOfWhatPassesTheFilter() throws Exception {
        EventTally tally = new EventTally(store, new Spec(Filter.parse("pid >= 2"), "comm", "pid"));
        store.add(Samples.LOCAL, Samples.opens(0, 5));
        tally.advance(100);
        assertEquals(3, tally.counted());
        assertEquals(List.of(new TopValues.Top("bash", 6, 0), new TopValues.Top("cat", 3, 0)), tally.values().top(5));
    }

    @Test
    void saysWhatTheStoreHadDroppedBefore() throws Exception {
        EventStore small = new EventStore(1 << 20);
        EventTally tally = new EventTally(small, new Spec(Filter.NONE, "", ""));
        small.add(Samples.LOCAL, Samples.opens(0, 10));
        tally.advance(10);
        small.add(Samples.LOCAL, Samples.opens(10, 60_000));
        while (tally.advance(10_000)) { }
        assertTrue(tally.missed() > 0);
        assertEquals(60_010, tally.counted() + tally.missed());
    }
}

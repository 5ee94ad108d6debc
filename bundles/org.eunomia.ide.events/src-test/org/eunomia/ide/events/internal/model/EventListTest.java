package org.eunomia.ide.events.internal.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eunomia.ide.events.internal.model.EventList.Sort;
import org.eunomia.ide.events.internal.model.EventList.Wish;
import org.eunomia.ide.events.internal.model.filter.Filter;
import org.eunomia.ide.events.internal.model.filter.FilterException;
import org.junit.jupiter.api.Test;

class EventListTest {
    private final EventStore store = new EventStore(4 << 20);
    private final EventList list = new EventList(store);

    private void add(long first, int count) {
        store.add(Samples.LOCAL, Samples.opens(first, count));
    }

    private EventList.Snapshot settle() {
        while (list.work()) { }
        return list.snapshot();
    }

    private static List<Long> positions(EventList.Snapshot s) {
        Row row = new Row();
        List<Long> positions = new ArrayList<>();
        for (int i = 0; i < s.rows().size(); i++) positions.add(row.moveTo(s.window(), s.rows().event(i)).position());
        return positions;
    }

    private static Wish filter(String text) {
        try {
            return new Wish(Filter.parse(text), Optional.empty(), List.of(), Optional.empty());
        } catch (FilterException e) {
            throw new AssertionError(e);
        }
    }

    private static Wish sort(String filter, String column, boolean descending) {
        return new Wish(filter(filter).filter(), Optional.of(new Sort(column, descending)), List.of(), Optional.empty());
    }

    @Test
    void showsAllInTheOrderInWhichTheyCame() {
        add(0, 3);
        assertEquals(List.of(0L, 1L, 2L), positions(settle()));
        add(3, 1);
        assertEquals(List.of(0L, 1L, 2L, 3L), positions(settle()));
    }

    @Test
    void looksOnlyAtWhatIsNewWhenEventsCome() {
        list.wish(filter("comm == cat"));
        add(0, 4);
        assertEquals(List.of(1L, 3L), positions(settle()));
        add(4, 4);
        EventList.Snapshot s = settle();
        assertEquals(List.of(1L, 3L, 5L, 7L), positions(s));
        assertEquals(4, s.hidden());
        assertEquals(1, s.rows().rowOf(s.rows().event(1)));
        assertEquals(-1, s.rows().rowOf(s.window().first()));
    }

    @Test
    void filtersInStepsAndTellsHowMuchIsLeft() {
        add(0, 20_000);
        add(20_000, 20_000);
        list.wish(filter("pid >= 35000"));
        assertTrue(list.work());
        assertTrue(list.snapshot().pending() > 0);
        assertEquals(0, settle().pending());
        assertEquals(5_000, list.snapshot().rows().size());
    }

    @Test
    void keepsUpWithEventsThatAreDropped() {
        list.wish(filter("comm == cat"));
        for (int i = 0; i < 100; i++) {
            add(i * 1000L, 1000);
            settle();
        }
        EventList.Snapshot s = list.snapshot();
        assertTrue(s.window().first() > 0);
        assertEquals(s.window().size() / 2, s.rows().size());
        assertTrue(s.window().holds(s.rows().event(0)));
        assertEquals(99_999L, positions(s).getLast());
    }

    @Test
    void tellsWhyAFilterIsNotApplied() {
        list.wish(filter("pidd == 1"));
        add(0, 3);
        EventList.Snapshot s = settle();
        assertEquals("there is no column 'pidd'", s.problem().orElseThrow().problem());
        assertEquals(3, s.rows().size());
    }

    @Test
    void sortsByNumbersAndByTexts() {
        int[] pids = { 5, -3, 12, 5 };
        String[] files = { "/etc/passwd.b", "/etc/passwd.a", "", "/etc/passwd" };
        for (int i = 0; i < 4; i++) store.add(Samples.LOCAL, List.of(Samples.open(i, pids[i], "x", files[i])));
        list.wish(sort("", "pid", false));
        assertEquals(List.of(1L, 0L, 3L, 2L), positions(settle()), "equal ones stay as they came");
        list.wish(sort("", "filename", false));
        assertEquals(List.of(2L, 3L, 1L, 0L), positions(settle()));
        list.wish(sort("pid == 5", "filename", true));
        assertEquals(List.of(0L, 3L), positions(settle()));
    }

    @Test
    void mergesNewEventsIntoASortedView() {
        list.wish(sort("", "pid", true));
        for (int i = 0; i < 60; i++) {
            add(i * 1000L, 1000);
            settle();
        }
        EventList.Snapshot s = list.snapshot();
        List<Long> positions = positions(s);
        assertEquals(s.window().size(), positions.size());
        assertEquals(59_999L, positions.getFirst());
        for (int i = 1; i < positions.size(); i++) assertEquals(positions.get(i - 1) - 1, positions.get(i));
    }

    @Test
    void standsStillWhilePausedWhateverIsDropped() {
        add(0, 10);
        settle();
        list.pause(true);
        for (int i = 0; i < 100; i++) add(10 + i * 1000L, 1000);
        EventList.Snapshot s = settle();
        assertEquals(10, s.rows().size());
        assertEquals(9L, positions(s).getLast());
        assertEquals(100_000, s.waiting());
        list.pause(false);
        assertTrue(settle().rows().size() > 10);
    }

    @Test
    void clearsAPausedViewToo() {
        add(0, 10);
        settle();
        list.pause(true);
        list.clear();
        assertEquals(0, settle().rows().size());
    }

    @Test
    void groupsCountsAndSums() {
        list.wish(new Wish(Filter.NONE, Optional.empty(), List.of("comm"), Optional.of("pid")));
        add(0, 5);
        Groups.Snapshot groups = settle().groups().orElseThrow();
        assertEquals(List.of("bash=3 sum 6.0 of 0.0 to 4.0", "cat=2 sum 4.0 of 1.0 to 3.0"),
                groups.groups().stream().map(g -> g.values().getFirst() + "=" + g.count() + " sum " + g.sum() + " of " + g.least() + " to " + g.most()).toList());
        assertEquals(5, groups.total());
    }

    @Test
    void startsOverWhenAColumnToSortByComesLater() {
        store.add(Samples.LOCAL, List.of(Samples.event(0, Samples.schema("a", "x", Samples.S32), Samples.bytes(3))));
        list.wish(sort("", "pid", false));
        assertEquals(1, settle().rows().size());
        add(1, 2);
        assertEquals(List.of(0L, 1L, 2L), positions(settle()), "rows without the column come first");
        assertFalse(list.snapshot().columns().find("pid").isEmpty());
    }
}

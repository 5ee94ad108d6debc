package org.eunomia.ide.events.internal.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TopValuesTest {
    @Test
    void countsExactlyWhileThereIsRoom() {
        TopValues values = new TopValues(3);
        for (String v : "b a c a b a".split(" ")) values.add(v, 1);
        assertEquals(List.of(new TopValues.Top("a", 3, 0), new TopValues.Top("b", 2, 0)), values.top(2));
        assertEquals(6, values.total());
        assertTrue(values.isExact());
    }

    @Test
    void addsUpWeights() {
        TopValues values = new TopValues(3);
        values.add("read", 10);
        values.add("write", 7);
        values.add("write", 7.5);
        assertEquals(List.of("write", "read"), values.top(9).stream().map(TopValues.Top::value).toList());
        assertEquals(24.5, values.total());
    }

    @Test
    void keepsTheFrequentOnesInBoundedMemory() {
        TopValues values = new TopValues(100);
        for (int i = 0; i < 200_000; i++) values.add(i % 4 == 0 ? "hot" : i % 10 == 1 ? "warm" : "cold" + i, 1);
        assertFalse(values.isExact());
        assertEquals(100, values.size());
        List<TopValues.Top> top = values.top(2);
        assertEquals(List.of("hot", "warm"), top.stream().map(TopValues.Top::value).toList());
        for (TopValues.Top t : top) assertTrue(t.weight() - t.error() <= (t.value().equals("hot") ? 50_000 : 20_000) && t.weight() >= (t.value().equals("hot") ? 50_000 : 10_000), t::toString);
    }
}

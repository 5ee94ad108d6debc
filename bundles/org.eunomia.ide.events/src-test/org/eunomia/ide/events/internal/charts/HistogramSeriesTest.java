package org.eunomia.ide.events.internal.charts;

import static org.eunomia.ide.events.internal.model.Samples.bytes;
import static org.eunomia.ide.events.internal.model.Samples.chars;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.eunomia.core.MapEntry;
import org.eunomia.core.schema.Type;
import org.eunomia.core.spec.MapSpec;
import org.eunomia.core.spec.Output;
import org.eunomia.core.view.Histograms;
import org.eunomia.ide.events.internal.model.Samples;
import org.junit.jupiter.api.Test;

class HistogramSeriesTest {
    private static final Output.Histogram LOG2 = new Output.Histogram(Output.Scale.LOG2, "usecs", 1000, false);
    private static final Type SLOTS = new Type.Array("__u32[6]", Samples.U32, 6);
    private final HistogramSeries series = new HistogramSeries(Histograms.of(new MapSpec("hists", "hash", 100, Samples.U32, Samples.struct("hist", "slots", SLOTS, "comm", Samples.text(8)), LOG2, List.of()), LOG2));

    private static MapEntry entry(int pid, String comm, int... slots) {
        return new MapEntry(bytes(pid), bytes(slots[0], slots[1], slots[2], slots[3], slots[4], slots[5], chars(comm, 8)));
    }

    @Test
    void tellsKeysApartAndAddsThemUp() {
        series.update(List.of(entry(1, "sshd", 0, 2, 0, 1, 0, 0), entry(2, "bash", 0, 0, 5, 0, 0, 0)));
        assertEquals(List.of("key 1, comm sshd", "key 2, comm bash"), series.keys());
        assertEquals(List.of("0-1", "2-3", "4-7", "8-15", "16-31", "32-63", "64-127", "128-255"), series.all(false).ranges());
        assertArrayEquals(new long[] { 0, 2, 5, 1, 0, 0, 0, 0 }, series.all(false).counts());
        assertArrayEquals(new long[] { 0, 0, 5, 0, 0, 0, 0, 0 }, series.of("key 2, comm bash", false).counts());
        assertEquals(0, series.of("key 3, comm none", false).counts().length);
        assertEquals("128", series.all(false).lows().getLast());
    }

    @Test
    void showsWhatCameSinceTheLookBefore() {
        series.update(List.of(entry(1, "sshd", 0, 2, 0, 1, 0, 0)));
        series.update(List.of(entry(1, "sshd", 0, 2, 4, 2, 0, 0)));
        assertEquals(series.all(false).ranges(), series.all(true).ranges());
        assertArrayEquals(new long[] { 0, 0, 4, 1, 0, 0, 0, 0 }, series.all(true).counts());
        series.update(List.of(entry(1, "sshd", 0, 1, 0, 0, 0, 0)));
        assertArrayEquals(new long[] { 0, 1, 0, 0, 0, 0, 0, 0 }, series.all(true).counts(), "it was emptied");
    }

    @Test
    void writesRangesShort() {
        assertEquals("0-1", HistogramSeries.range(Output.Scale.LOG2, 0));
        assertEquals("512-1023", HistogramSeries.range(Output.Scale.LOG2, 9));
        assertEquals("1K-2K", HistogramSeries.range(Output.Scale.LOG2, 10));
        assertEquals("512K-1M", HistogramSeries.range(Output.Scale.LOG2, 19));
        assertEquals("8E-16E", HistogramSeries.range(Output.Scale.LOG2, 63));
        assertEquals("63", HistogramSeries.range(Output.Scale.LINEAR, 63));
    }
}

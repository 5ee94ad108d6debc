package org.eunomia.core.view;

import static org.eunomia.core.view.Types.S32;
import static org.eunomia.core.view.Types.U32;
import static org.eunomia.core.view.Types.U64;
import static org.eunomia.core.view.Types.array;
import static org.eunomia.core.view.Types.bytes;
import static org.eunomia.core.view.Types.charArray;
import static org.eunomia.core.view.Types.chars;
import static org.eunomia.core.view.Types.struct;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.ZoneOffset;
import java.util.List;
import org.eunomia.core.MapEntry;
import org.eunomia.core.schema.Type;
import org.eunomia.core.spec.MapSpec;
import org.eunomia.core.spec.Output;
import org.junit.jupiter.api.Test;

class MapViewsTest {
    private static final Output.Histogram LOG2 = new Output.Histogram(Output.Scale.LOG2, "usecs", 1000, false);
    private static final Output.Table TABLE = new Output.Table(1000, false);
    private final TextBuffer out = new TextBuffer();

    private static MapSpec map(String type, int entries, Type key, Type value, Output output) {
        return new MapSpec("counts", type, entries, key, value, output, List.of());
    }

    private static MapEntry entry(byte[] key, byte[] value) {
        return new MapEntry(key, value);
    }

    private String table(MapSpec spec, List<MapEntry> entries) {
        MapRows rows = MapRows.of(spec);
        CsvTable table = new CsvTable(List.of(rows.columns()), new Times(ZoneOffset.UTC));
        table.header(out);
        for (MapEntry e : rows.rows(entries)) table.row(0, rows.columns().schema(), rows.record(e), out);
        return out.toString().replace("1970-01-01T00:00:00.000000000Z,", "").replace("\r", "");
    }

    @Test
    void sortsATableByItsNumberLargestFirst() {
        MapSpec spec = map("hash", 10, U32, U64, TABLE);
        assertEquals("time,key,value\n2,9\n1,5\n3,5\n",
                table(spec, List.of(entry(bytes(3), bytes(5L)), entry(bytes(2), bytes(9L)), entry(bytes(1), bytes(5L)))));
    }

    @Test
    void flattensKeysAndValuesAndQualifiesNamesOnlyWhenTheyClash() {
        Type key = struct("k", "pid", S32, "comm", charArray(4));
        assertEquals("time,pid,comm,count,total_ns\n1,a,3,4\n",
                table(map("hash", 10, key, struct("v", "count", U64, "total_ns", U64), TABLE), List.of(entry(bytes(1, chars("a", 4)), bytes(3L, 4L)))));
        out.clear();
        assertEquals("time,key.pid,key.comm,value.pid\n1,a,7\n", table(map("hash", 10, key, struct("v", "pid", S32), TABLE), List.of(entry(bytes(1, chars("a", 4)), bytes(7)))));
    }

    @Test
    void leavesOutZeroesOfArraysAndAddsUpCpus() {
        MapSpec spec = map("percpu_array", 3, U32, struct("v", "n", U32, "comm", charArray(4)), TABLE);
        byte[] zero = new byte[16];
        byte[] two = bytes(3, chars("", 4), 4, chars("sh", 4));
        assertEquals("time,key,n,comm\n1,7,sh\n", table(spec, List.of(entry(bytes(0), zero), entry(bytes(1), two))));
    }

    @Test
    void showsUnknownTypesAsBytes() {
        MapSpec spec = map("hash", 3, null, null, TABLE);
        MapRows rows = MapRows.of(spec, 2, 1);
        rows.json(entry(new byte[] { 1, 2 }, new byte[] { (byte) 0xfe }), Symbols.NONE, out);
        assertEquals("{\"key\":\"0102\",\"value\":\"fe\"}", out.toString());
    }

    @Test
    void writesASnapshotAsJson() {
        MapRows rows = MapRows.of(map("hash", 10, struct("k", "pid", S32), U64, TABLE));
        new JsonLines(new Times(ZoneOffset.UTC), Symbols.NONE).entries(0, "t", "table", rows, List.of(entry(bytes(1), bytes(2L))), out);
        assertEquals("{\"time\":\"1970-01-01T00:00:00.000000000Z\",\"tracker\":\"t\",\"type\":\"table\",\"map\":\"counts\",\"entries\":[{\"key\":{\"pid\":1},\"value\":2}]}\n",
                out.toString());
    }

    private void draw(MapSpec spec, Output.Histogram output, List<MapEntry> entries) {
        Histograms map = Histograms.of(spec, output);
        HistogramText.write(map, map.read(entries), Symbols.NONE, out);
    }

    @Test
    void drawsALog2HistogramAsTheFieldDoes() {
        draw(map("array", 1, U32, struct("hist", "slots", array(U32, 26)), LOG2), LOG2,
                List.of(entry(bytes(0), bytes(0, 2, 40, 21, new byte[22 * 4]))));
        assertEquals("""
                     usecs               : count    distribution
                         0 -> 1          : 0        |                                        |
                         2 -> 3          : 2        |**                                      |
                         4 -> 7          : 40       |****************************************|
                         8 -> 15         : 21       |*********************                   |
                """, out.toString());
    }

    @Test
    void drawsOneBlockPerKeyWithItsFields() {
        Type value = struct("hist", "slots", array(U32, 3), "comm", charArray(16));
        draw(map("hash", 10, U32, value, LOG2), LOG2, List.of(entry(bytes(9), bytes(1, 0, 0, chars("b", 16))), entry(bytes(8), bytes(0, 1, 0, chars("a", 16)))));
        assertEquals("""
                key = 8
                comm = a

                     usecs               : count    distribution
                         0 -> 1          : 0        |                                        |
                         2 -> 3          : 1        |****************************************|

                key = 9
                comm = b

                     usecs               : count    distribution
                         0 -> 1          : 1        |****************************************|
                """, out.toString());
    }

    @Test
    void leavesOutLabelsThatSayNothing() {
        Type value = struct("hist", "slots", array(U32, 3), "comm", charArray(16));
        draw(map("hash", 10, U32, value, LOG2), LOG2, List.of(entry(bytes(0), bytes(1, 0, 0, chars("", 16)))));
        assertEquals("""
                     usecs               : count    distribution
                         0 -> 1          : 1        |****************************************|
                """, out.toString());
    }

    @Test
    void collectsSlotsThatAreKeys() {
        Type key = struct("k", "dev", U32, "slot", U32);
        draw(map("hash", 100, key, U64, LOG2), LOG2, List.of(entry(bytes(1, 1), bytes(4L)), entry(bytes(1, 0), bytes(2L)), entry(bytes(0, 0), bytes(1L))));
        assertEquals("""
                dev = 0

                     usecs               : count    distribution
                         0 -> 1          : 1        |****************************************|

                dev = 1

                     usecs               : count    distribution
                         0 -> 1          : 2        |********************                    |
                         2 -> 3          : 4        |****************************************|
                """, out.toString());
        out.clear();
        draw(map("array", 64, U32, U64, LOG2), LOG2, List.of(entry(bytes(0), bytes(1L)), entry(bytes(1), bytes(0L)), entry(bytes(2), bytes(123456789L))));
        assertEquals("""
                     usecs               : count     distribution
                         0 -> 1          : 1         |                                        |
                         2 -> 3          : 0         |                                        |
                         4 -> 7          : 123456789 |****************************************|
                """, out.toString());
    }

    @Test
    void widensForSlotsBeyond32Bits() {
        long[] slots = new long[64];
        slots[63] = 1;
        HistogramText.log2(slots, "nsecs", out);
        String[] lines = out.toString().split("\n");
        assertEquals("               nsecs                         : count    distribution", lines[0]);
        assertEquals("                   0 -> 1                    : 0        |                    |", lines[1]);
        assertEquals(" 9223372036854775808 -> 18446744073709551615 : 1        |********************|", lines[64]);
    }

    @Test
    void drawsALinearHistogramFromItsFirstSlot() {
        HistogramText.linear(new long[] { 0, 0, 1, 0, 2 }, "", out);
        assertEquals("""
                                   : count    distribution
                        2          : 1        |********************                    |
                        3          : 0        |                                        |
                        4          : 2        |****************************************|
                """, out.toString());
    }

    @Test
    void writesHistogramsAsJson() {
        MapSpec spec = map("hash", 10, struct("k", "pid", U32), array(U64, 3), LOG2);
        Histograms map = Histograms.of(spec, LOG2);
        new JsonLines(new Times(ZoneOffset.UTC), Symbols.NONE).histograms(0, "t", map, map.read(List.of(entry(bytes(5), bytes(0L, 7L, 0L)))), out);
        assertEquals("{\"time\":\"1970-01-01T00:00:00.000000000Z\",\"tracker\":\"t\",\"type\":\"histogram\",\"map\":\"counts\",\"unit\":\"usecs\","
                + "\"histograms\":[{\"pid\":5,\"slots\":[{\"low\":0,\"high\":1,\"count\":0},{\"low\":2,\"high\":3,\"count\":7}]}]}\n", out.toString());
    }

    @Test
    void refusesMapsWithoutSlots() {
        assertFalse(Histograms.of(map("hash", 10, struct("k", "comm", charArray(16)), U64, LOG2), LOG2).isReadable());
    }

    @Test
    void tellsHowFastCountersGrow() {
        MapRows rows = MapRows.of(map("array", 1, U32, U64, new Output.Counter(1000)));
        Rates rates = new Rates(rows);
        rates.write(List.of(entry(bytes(0), bytes(10L))), 0, out);
        rates.write(List.of(entry(bytes(0), bytes(35L))), 2_000_000_000L, out);
        assertEquals("counts  10\ncounts  35  (+12.5/s)\n", out.toString());
        out.clear();
        Rates several = new Rates(MapRows.of(map("hash", 9, U32, U64, new Output.Counter(1000))));
        several.write(List.of(entry(bytes(3), bytes(10L)), entry(bytes(10), bytes(1L))), 0, out);
        assertEquals("counts[3]   10\ncounts[10]  1\n", out.toString());
    }
}

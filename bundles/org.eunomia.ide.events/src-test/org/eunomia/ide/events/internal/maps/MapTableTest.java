package org.eunomia.ide.events.internal.maps;

import static org.eunomia.ide.events.internal.model.Samples.bytes;
import static org.eunomia.ide.events.internal.model.Samples.chars;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.eunomia.core.MapEntry;
import org.eunomia.core.spec.MapSpec;
import org.eunomia.core.spec.Output;
import org.eunomia.core.view.Column;
import org.eunomia.ide.events.internal.model.Samples;
import org.junit.jupiter.api.Test;

class MapTableTest {
    private static final MapSpec CALLS = new MapSpec("counts", "hash", 100, Samples.struct("call", "comm", Samples.text(8), "syscall", Samples.S32), Samples.struct("total", "count", Samples.U64), new Output.Table(1000, false), List.of());
    private final List<MapEntry> entries = List.of(entry("bash", 1, 5), entry("sshd", 0, 30), entry("bash", 9, 12));

    private static MapEntry entry(String comm, int syscall, long count) {
        return new MapEntry(bytes(chars(comm, 8), syscall), bytes(count));
    }

    private List<String> counts(MapTable.Order order) {
        MapTable table = MapTable.of(CALLS, entries);
        return table.read(entries, order).stream().map(r -> MapTable.text(r, table.columns().getLast())).toList();
    }

    @Test
    void showsTheLargestFirstUntilTheUserSorts() {
        MapTable table = MapTable.of(CALLS, entries);
        assertEquals(List.of("comm", "syscall", "count"), table.columns().stream().map(Column::name).toList());
        assertEquals(List.of("30", "12", "5"), counts(MapTable.Order.USUAL));
        assertEquals(List.of("12", "5", "30"), counts(new MapTable.Order(table.columns().get(1), true, "")));
        assertEquals(List.of("30", "12", "5"), counts(new MapTable.Order(table.columns().getFirst(), true, "")));
    }

    @Test
    void findsATextInAnyCell() {
        assertEquals(List.of("12", "5"), counts(new MapTable.Order(null, false, "BASH")));
        assertEquals(List.of("30"), counts(new MapTable.Order(null, false, "30")));
    }

    @Test
    void givesTheEntryOfAllCpusBesideTheirSum() {
        MapSpec perCpu = new MapSpec("n", "percpu_hash", 10, Samples.U32, Samples.U64, new Output.Table(1000, false), List.of());
        List<MapEntry> one = List.of(new MapEntry(bytes(7), bytes(2L, 3L)));
        MapTable table = MapTable.of(perCpu, one);
        MapTable.Row row = table.read(one, MapTable.Order.USUAL).getFirst();
        assertEquals("5", MapTable.text(row, table.columns().getLast()));
        assertArrayEquals(bytes(2L, 3L), row.entry().value());
    }
}

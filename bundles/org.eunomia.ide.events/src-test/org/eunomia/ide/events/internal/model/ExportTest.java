package org.eunomia.ide.events.internal.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.eunomia.ide.events.internal.model.filter.Filter;
import org.eunomia.ide.events.internal.model.filter.FilterException;
import org.eunomia.ide.events.internal.model.filter.RowTest;
import org.junit.jupiter.api.Test;

class ExportTest {
    private final EventStore store = new EventStore(4 << 20);
    private final EventList list = new EventList(store);

    private EventList.Snapshot shown(String filter) throws FilterException {
        list.wish(new EventList.Wish(Filter.parse(filter), Optional.empty(), List.of(), Optional.empty()));
        while (list.work()) { }
        return list.snapshot();
    }

    private String write(Export form, EventList.Snapshot shown) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        form.write(shown, shown.rows(), out, n -> true);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void writesLinesLikeTheCommandLine() throws Exception {
        store.add(Samples.LOCAL, Samples.opens(0, 4));
        assertEquals("""
                {"time":"2025-11-24T12:00:00.001000000Z","tracker":"opensnoop","type":"open","event":{"pid":1,"comm":"cat","filename":"/etc/file1"}}
                {"time":"2025-11-24T12:00:00.003000000Z","tracker":"opensnoop","type":"open","event":{"pid":3,"comm":"cat","filename":"/etc/file3"}}
                """, write(Export.JSON_LINES, shown("comm == cat")));
        assertEquals("time,pid,comm,filename\r\n2025-11-24T12:00:00.000000000Z,0,bash,/etc/file0\r\n", write(Export.CSV, shown("pid == 0")));
    }

    @Test
    void writesAllKindsUnderOneHeader() throws Exception {
        store.add(Samples.LOCAL, List.of(Samples.open(0, 1, "a", "b"), Samples.event(1, Samples.schema("exit", "pid", Samples.S32, "code", Samples.S32), Samples.bytes(1, 2))));
        assertEquals("time,type,pid,comm,filename,code\r\n2025-11-24T12:00:00.000000000Z,open,1,a,b,\r\n2025-11-24T12:00:00.001000000Z,exit,1,,,2\r\n", write(Export.CSV, shown("")));
    }

    @Test
    void findsForwardAndBackwardAroundTheEnds() throws Exception {
        store.add(Samples.LOCAL, Samples.opens(0, 10));
        EventList.Snapshot all = shown("");
        RowTest isThree = Filter.parse("pid == 3").bind(all.columns());
        assertEquals(OptionalInt.of(3), Find.next(all, -1, true, isThree, () -> false));
        assertEquals(OptionalInt.of(3), Find.next(all, 5, true, isThree, () -> false));
        assertEquals(OptionalInt.of(3), Find.next(all, 5, false, isThree, () -> false));
        assertEquals(OptionalInt.of(3), Find.next(all, 3, false, isThree, () -> false), "itself comes last");
        assertEquals(OptionalInt.empty(), Find.next(all, 0, true, Filter.parse("nowhere").bind(all.columns()), () -> false));
        assertEquals(OptionalInt.empty(), Find.next(all, 0, true, isThree, () -> true));
    }

    @Test
    void marksRowsByTheFirstRuleThatHolds() {
        store.add(Samples.LOCAL, Samples.opens(0, 3));
        List<ColourRule> rules = List.of(ColourRule.of("on red nosuch == 5").orElseThrow(), ColourRule.of("off grey pid >= 0").orElseThrow(),
                ColourRule.of("on blue pid == 1").orElseThrow(), ColourRule.of("on green pid >= 1").orElseThrow());
        ColourRules bound = ColourRules.bind(rules, ColumnModel.of(store.window().kinds()));
        Row row = new Row();
        assertEquals(List.of("-", "BLUE", "GREEN"), List.of(0L, 1L, 2L).stream().map(i -> bound.of(row.moveTo(store.window(), i)).map(Enum::name).orElse("-")).toList());
        assertEquals("on blue pid == 1", rules.get(2).line());
    }
}

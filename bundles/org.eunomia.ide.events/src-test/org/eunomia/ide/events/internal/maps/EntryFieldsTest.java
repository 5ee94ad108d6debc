package org.eunomia.ide.events.internal.maps;

import static org.eunomia.ide.events.internal.model.Samples.bytes;
import static org.eunomia.ide.events.internal.model.Samples.chars;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.schema.Type;
import org.eunomia.core.spec.MapSpec;
import org.eunomia.core.spec.Output;
import org.eunomia.ide.events.internal.model.Samples;
import org.junit.jupiter.api.Test;

class EntryFieldsTest {
    private static final Type INNER = Samples.struct("inner", "on", new Type.Bool("bool", 1), "slots", new Type.Array("__u32[2]", Samples.U32, 2));
    private static final MapSpec MAP = map("hash", Samples.struct("k", "comm", Samples.text(4), "pid", Samples.S32), Samples.struct("v", "count", Samples.U64, "inner", INNER));

    private static MapSpec map(String type, Type key, Type value) {
        return new MapSpec("m", type, 10, key, value, new Output.Table(1000, false), List.of());
    }

    @Test
    void takesAnEntryApartAndPutsItTogether() throws Exception {
        EntryFields key = EntryFields.key(MAP, bytes(chars("sh", 4), 42));
        assertEquals(List.of(new EntryFields.Field("comm", "sh", "text"), new EntryFields.Field("pid", "42", "number")), key.fields());
        assertArrayEquals(bytes(chars("cat", 4), -7), key.toKey(MAP, List.of("cat", "-7")));
        EntryFields value = EntryFields.value(MAP, bytes(9L, (byte) 1, 3, 4));
        assertEquals(List.of("count", "inner.on", "inner.slots"), value.fields().stream().map(EntryFields.Field::name).toList());
        assertArrayEquals(bytes(16L, (byte) 0, 5, 6), value.toValue(MAP, List.of("0x10", "false", "5, 6")));
    }

    @Test
    void saysWhatDoesNotFit() {
        EntryFields value = EntryFields.value(MAP, bytes(9L, (byte) 1, 3, 4));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> value.toValue(MAP, List.of("1", "maybe", "1"))).getMessage().startsWith("inner.on"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> value.toValue(MAP, List.of("1", "true", "[1,"))).getMessage().startsWith("inner.slots"));
        assertTrue(assertThrows(OperationFailedException.class, () -> value.toValue(MAP, List.of("-1", "true", "1"))).failure().summary().contains("count"));
    }

    @Test
    void takesBytesWhereTypesAreUnknown() throws Exception {
        MapSpec unknown = map("hash", null, null);
        EntryFields key = EntryFields.key(unknown, new byte[] { 1, (byte) 0xfe });
        assertEquals("01fe", key.fields().getFirst().text());
        assertArrayEquals(new byte[] { 2, 3 }, key.toKey(unknown, List.of("0203")));
    }

    @Test
    void editsTheValueOfEachCpu() throws Exception {
        MapSpec perCpu = map("percpu_hash", Samples.U32, Samples.U64);
        EntryFields value = EntryFields.value(perCpu, bytes(2L, 3L));
        assertEquals("[2,3]", value.fields().getFirst().text());
        assertArrayEquals(bytes(0L, 9L), value.toValue(perCpu, List.of("[0, 9]")));
    }
}

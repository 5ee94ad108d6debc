package org.eunomia.elf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eunomia.core.OperationFailedException;
import org.eunomia.core.schema.Field;
import org.eunomia.core.schema.Type;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;

class TypeLayoutTest {
    private static Type.Struct event(String target) throws OperationFailedException {
        Btf btf = Btf.of(ElfFile.parse(Clang.compile(target, Samples.TRACKER))).orElseThrow();
        return (Type.Struct) new TypeLayout(btf).type(btf.find("event", BtfType.Struct.class));
    }

    private static Field field(Type.Struct type, String name) {
        return type.fields().stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bpfel", "bpfeb"})
    void laysOutEveryKindOfMember(String target) throws OperationFailedException {
        Type.Struct event = event(target);
        assertEquals(new Type.Int("pid_t", 4, true), field(event, "pid").type());
        assertEquals(new Type.Array("char[16]", new Type.Char("char"), 16), field(event, "comm").type());
        assertEquals(new Type.Array("unsigned char[6]", new Type.Int("unsigned char", 1, false), 6), field(event, "mac").type());
        assertEquals(new Type.Pointer("struct event *", 8), field(event, "next").type());
        assertEquals(new Type.Pointer("void *", 8), field(event, "address").type());
        assertEquals(new Type.Bool("bool", 1), field(event, "flag").type());
        assertEquals(new Type.Float("float", 4), field(event, "f").type());
        assertEquals(new Type.Float("double", 8), field(event, "d").type());
        assertEquals(new Type.Int("__int128", 16, true), field(event, "huge").type());
        assertEquals(new Type.Int("u64", 8, false), field(event, "counted").type());
        assertEquals("enum color", field(event, "color").type().cName());
        assertEquals("struct point[2][3]", field(event, "points").type().cName());
        assertEquals(24, field(event, "points").type().size());
        assertEquals(0, ((Type.Array) field(event, "tail").type()).count());
        assertEquals("wrapped", field(event, "w").type().cName());
    }

    @Test
    void countsBitsFromTheLowEndOnLittleEndian() throws OperationFailedException {
        Type.Struct event = event("bpfel");
        assertEquals(new Field("low", new Type.Int("u32", 4, false), 4, 0, 3, "", ""), field(event, "low"));
        assertEquals(new Field("mid", new Type.Int("u32", 4, false), 4, 3, 7, "", ""), field(event, "mid"));
        assertEquals(new Field("negative", new Type.Int("int", 4, true), 5, 2, 5, "", ""), field(event, "negative"));
    }

    @Test
    void keepsAnonymousUnionsInPlace() throws OperationFailedException {
        Field union = event("bpfel").fields().stream().filter(f -> f.name().isEmpty()).findFirst().orElseThrow();
        Type.Struct type = assertInstanceOf(Type.Struct.class, union.type());
        assertTrue(type.union());
        assertEquals(8, type.size());
    }

    @Test
    void namesEnumValues() throws OperationFailedException {
        Type.Enum color = (Type.Enum) field(event("bpfel"), "color").type();
        assertEquals(5, color.values().get(1).value());
    }

    @Test
    void namesASchemaWithoutKeyword() throws OperationFailedException {
        Btf btf = Btf.of(ElfFile.parse(Clang.compile("bpfel", Samples.TRACKER))).orElseThrow();
        assertEquals("event", new TypeLayout(btf).schema(btf.find("event", BtfType.Struct.class)).name());
    }

    @Test
    void refusesAStructThatContainsItself() throws OperationFailedException {
        byte[] raw = new BtfBuilder().struct("loop", 8, new int[] {1, 0}).build();
        Btf btf = Btf.parse(raw);
        assertThrows(OperationFailedException.class, () -> new TypeLayout(btf).type(1));
    }

    @Test
    void refusesTypedefsThatGoRound() throws OperationFailedException {
        Btf btf = Btf.parse(new BtfBuilder().typedef("a", 2).typedef("b", 1).build());
        assertThrows(OperationFailedException.class, () -> new TypeLayout(btf).type(1));
    }
}

package org.eunomia.engine.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.eunomia.core.schema.Field;
import org.eunomia.core.schema.Schema;
import org.eunomia.core.schema.Type;
import org.eunomia.core.spec.Output;
import org.junit.jupiter.api.Test;

class LayoutsTest {
    private final List<String> notices = new ArrayList<>();

    private static Schema struct(String name, int size, Field... fields) {
        return new Schema(name, new Type.Struct("struct " + name, false, size, List.of(fields)));
    }

    private static Output.Variant bySize(Schema schema) {
        return new Output.Variant(schema, "", 0);
    }

    private String chosen(boolean padded, byte[] record, Output.Variant... variants) {
        return new Layouts("rb", List.of(variants), padded, notices::add).of(record).name();
    }

    @Test
    void choosesByTag() {
        Type.Int tag = new Type.Int("u32", 4, false);
        Output.Variant open = new Output.Variant(struct("open", 16, Field.of("kind", tag, 4)), "kind", 1);
        Output.Variant exit = new Output.Variant(struct("exit", 16, Field.of("kind", tag, 4)), "kind", 0xffffffffL);
        assertEquals("exit", chosen(false, new byte[] {0, 0, 0, 0, -1, -1, -1, -1}, open, exit));
        assertEquals("open", chosen(false, new byte[] {0, 0, 0, 0, 1, 0, 0, 0}, open, exit));
        assertEquals(List.of(), notices);
        assertEquals("bytes", chosen(false, new byte[] {0, 0, 0, 0, 5, 0, 0, 0}, open, exit));
        assertEquals(1, notices.size());
    }

    @Test
    void findsATagInAnAnonymousMemberAndInABitField() {
        Type.Struct inner = new Type.Struct("struct (anonymous)", false, 4, List.of(new Field("kind", new Type.Int("u8", 1, false), 1, 4, 4, "", "")));
        Output.Variant a = new Output.Variant(struct("a", 8, Field.of("", inner, 4)), "kind", 3);
        assertEquals("a", chosen(false, new byte[] {0, 0, 0, 0, 0, 0x35, 0, 0}, a));
        assertEquals("bytes", chosen(false, new byte[] {0, 0, 0, 0, 0, 0x53, 0, 0}, a));
    }

    @Test
    void choosesBySize() {
        assertEquals("b", chosen(false, new byte[24], bySize(struct("a", 16)), bySize(struct("b", 24))));
        assertEquals(List.of(), notices);
    }

    @Test
    void knowsThePaddingOfPerfBuffers() {
        assertEquals("a", chosen(true, new byte[20], bySize(struct("a", 16)), bySize(struct("b", 24))));
        assertEquals("b", chosen(true, new byte[28], bySize(struct("a", 16)), bySize(struct("b", 24))));
        assertEquals(List.of(), notices);
    }

    @Test
    void prefersAFlexibleArrayForOddSizes() {
        Field text = Field.of("text", new Type.Array("char[]", new Type.Char("char"), 0), 4);
        assertEquals("line", chosen(false, new byte[21], bySize(struct("a", 16)), bySize(struct("line", 4, text))));
        assertEquals(List.of(), notices);
    }

    @Test
    void tellsWhenItHasToTakeTheNearest() {
        assertEquals("a", chosen(false, new byte[20], bySize(struct("a", 16)), bySize(struct("b", 24))));
        assertEquals("a", chosen(false, new byte[12], bySize(struct("a", 16))));
        assertEquals("bytes", chosen(false, new byte[12], bySize(struct("a", 16)), bySize(struct("b", 24))));
        assertEquals(List.of("map rb: records of 20 bytes fit no known layout, shown as a, without the bytes behind it",
                "map rb: records of 12 bytes fit no known layout, shown as a, cut short",
                "map rb: records of 12 bytes fit no known layout, shown as bytes"), notices);
    }

    @Test
    void tellsOnceForEachSizeAndNotForever() {
        Layouts layouts = new Layouts("rb", List.of(bySize(struct("a", 4))), false, notices::add);
        for (int i = 0; i < 100; i++) layouts.of(new byte[5 + i % 50]);
        assertEquals(4, notices.size());
    }

    @Test
    void showsUnknownLayoutsAsBytesWithoutAWord() {
        Layouts layouts = new Layouts("rb", List.of(), false, notices::add);
        assertEquals(List.of(1L, 255L), org.eunomia.core.schema.Decoder.of(layouts.of(new byte[2])).decode(new byte[] {1, -1}).get("bytes"));
        assertEquals(List.of(), notices);
    }
}

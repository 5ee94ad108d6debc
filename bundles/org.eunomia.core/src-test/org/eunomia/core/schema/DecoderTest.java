package org.eunomia.core.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DecoderTest {
    private static final Type.Int U8 = new Type.Int("u8", 1, false);
    private static final Type.Int U16 = new Type.Int("u16", 2, false);
    private static final Type.Int U32 = new Type.Int("u32", 4, false);
    private static final Type.Int S32 = new Type.Int("int", 4, true);
    private static final Type.Int U64 = new Type.Int("u64", 8, false);

    private static Type.Struct struct(int size, Field... fields) {
        return new Type.Struct("struct t", false, size, List.of(fields));
    }

    private static Map<String, Object> little(Type type, int... bytes) {
        return Decoder.of(type, ByteOrder.LITTLE_ENDIAN).decode(raw(bytes));
    }

    private static byte[] raw(int... bytes) {
        byte[] raw = new byte[bytes.length];
        for (int i = 0; i < raw.length; i++) raw[i] = (byte) bytes[i];
        return raw;
    }

    @Test
    void readsSignedAndUnsignedIntegers() {
        Type type = struct(8, Field.of("s", S32, 0), Field.of("u", U32, 4));
        assertEquals(Map.of("s", -1L, "u", 0xffffffffL), little(type, 255, 255, 255, 255, 255, 255, 255, 255));
    }

    @Test
    void readsAnUnsignedLongBeyondALongAsBigInteger() {
        assertEquals(new BigInteger("18446744073709551615"), little(struct(8, Field.of("n", U64, 0)), 255, 255, 255, 255, 255, 255, 255, 255).get("n"));
    }

    @Test
    void reads128Bits() {
        Type type = struct(16, Field.of("n", new Type.Int("__int128", 16, true), 0));
        byte[] minusTwo = new byte[16];
        java.util.Arrays.fill(minusTwo, (byte) 255);
        minusTwo[0] = (byte) 254;
        assertEquals(-2L, Decoder.of(type, ByteOrder.LITTLE_ENDIAN).decode(minusTwo).get("n"));
    }

    @Test
    void readsBigEndian() {
        assertEquals(Map.of("n", 0x0102L), Decoder.of(struct(2, Field.of("n", U16, 0)), ByteOrder.BIG_ENDIAN).decode(raw(1, 2)));
    }

    @Test
    void readsBitFieldsFromTheLowEndOnLittleEndian() {
        Type type = struct(4, new Field("a", U32, 0, 0, 3, "", ""), new Field("b", S32, 0, 3, 4, "", ""), new Field("c", U32, 0, 7, 10, "", ""));
        // a = 5, b = -1, c = 0x2aa
        int packed = 5 | 0xf << 3 | 0x2aa << 7;
        byte[] record = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(packed).array();
        assertEquals(Map.of("a", 5L, "b", -1L, "c", 0x2aaL), Decoder.of(type, ByteOrder.LITTLE_ENDIAN).decode(record));
    }

    @Test
    void readsBitFieldsFromTheHighEndOnBigEndian() {
        Type type = struct(4, new Field("a", U32, 0, 0, 3, "", ""), new Field("b", U32, 0, 3, 7, "", ""));
        byte[] record = ByteBuffer.allocate(4).putInt(5 << 29 | 0x55 << 22).array();
        assertEquals(Map.of("a", 5L, "b", 0x55L), Decoder.of(type, ByteOrder.BIG_ENDIAN).decode(record));
    }

    @Test
    void takesMembersOfAnonymousUnionsInLine() {
        Type.Struct union = new Type.Struct("", true, 4, List.of(Field.of("word", U32, 0), Field.of("low", U8, 0)));
        assertEquals(Map.of("word", 0x04030201L, "low", 1L), little(struct(4, Field.of("", union, 0)), 1, 2, 3, 4));
    }

    @Test
    void readsTextToTheFirstNul() {
        Type type = struct(8, Field.of("s", new Type.Array("char[8]", new Type.Char("char"), 8), 0));
        assertEquals("ab", little(type, 'a', 'b', 0, 'x', 0, 0, 0, 0).get("s"));
    }

    @Test
    void readsTextWithoutNul() {
        Type type = struct(2, Field.of("s", new Type.Array("char[2]", new Type.Char("char"), 2), 0));
        assertEquals("ab", little(type, 'a', 'b').get("s"));
    }

    @Test
    void keepsUtf8AndNamesBytesThatAreNone() {
        byte[] text = "é\u4e2d".getBytes(StandardCharsets.UTF_8);
        byte[] record = java.util.Arrays.copyOf(text, text.length + 2);
        record[text.length] = (byte) 0xff;
        Type type = struct(record.length, Field.of("s", new Type.Array("char[]", new Type.Char("char"), record.length), 0));
        assertEquals("é\u4e2d\\xff", Decoder.of(type).decode(record).get("s"));
    }

    @Test
    void readsArraysOfArraysAndAFlexibleTail() {
        Type.Array row = new Type.Array("u8[2]", U8, 2);
        Type type = struct(4, Field.of("m", new Type.Array("u8[2][2]", row, 2), 0), Field.of("tail", new Type.Array("u16[]", U16, 0), 4));
        assertEquals(Map.of("m", List.of(List.of(1L, 2L), List.of(3L, 4L)), "tail", List.of(5L, 6L)), little(type, 1, 2, 3, 4, 5, 0, 6, 0, 9));
    }

    @Test
    void leavesOutWhatAShortRecordLacks() {
        assertEquals(Map.of("a", 7L), little(struct(8, Field.of("a", U32, 0), Field.of("b", U32, 4)), 7, 0, 0, 0, 1, 2));
    }

    @Test
    void namesEnums() {
        Type.Enum sig = new Type.Enum("enum sig", 4, false, List.of(new Type.Enumerator("SIGKILL", 9)));
        Type type = struct(8, Field.of("a", sig, 0), Field.of("b", sig, 4));
        assertEquals(Map.of("a", new EnumValue("SIGKILL", 9), "b", new EnumValue("", 10)), little(type, 9, 0, 0, 0, 10, 0, 0, 0));
    }

    @Test
    void readsFloatsAndBooleans() {
        Type type = struct(9, Field.of("d", new Type.Float("double", 8), 0), Field.of("b", new Type.Bool("bool", 1), 8));
        byte[] record = ByteBuffer.allocate(9).order(ByteOrder.LITTLE_ENDIAN).putDouble(1.5).put((byte) 1).array();
        assertEquals(Map.of("d", 1.5, "b", true), Decoder.of(type, ByteOrder.LITTLE_ENDIAN).decode(record));
    }

    @Test
    void putsARecordThatIsNoStructUnderValue() {
        assertEquals(Map.of("value", 513L), little(U16, 1, 2));
    }
}

package org.eunomia.core.schema;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EncoderTest {
    private static final Type.Int U64 = new Type.Int("__u64", 8, false);
    private static final Type.Int S32 = new Type.Int("int", 4, true);
    private static final Type.Enum SIGNAL = new Type.Enum("enum signal", 4, false, List.of(new Type.Enumerator("SIGHUP", 1), new Type.Enumerator("SIGKILL", 9)));
    private static final Type.Struct INNER = new Type.Struct("struct inner", false, 2, List.of(new Field("low", new Type.Int("unsigned", 1, false), 0, 0, 3, "", ""),
            new Field("high", new Type.Int("int", 2, true), 0, 3, 9, "", "")));
    private static final Type.Struct ALL = new Type.Struct("struct all", false, 48, List.of(Field.of("count", U64, 0), Field.of("delta", S32, 8), Field.of("signal", SIGNAL, 12),
            Field.of("ratio", new Type.Float("double", 8), 16), Field.of("comm", new Type.Array("char[8]", new Type.Char("char"), 8), 24),
            Field.of("", INNER, 32), Field.of("pair", new Type.Array("short[2]", new Type.Int("short", 2, true), 2), 36), Field.of("on", new Type.Bool("bool", 1), 40)));

    @Test
    void givesBackTheBytesThatWereDecoded() {
        Random random = new Random(8527);
        for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
            for (int i = 0; i < 500; i++) {
                byte[] record = new byte[ALL.size()];
                random.nextBytes(record);
                byte[] once = Encoder.of(ALL, order).encode(decodable(record, order));
                assertEquals(decodable(record, order), Decoder.of(ALL, order).decode(once));
            }
        }
    }

    private static Map<String, Object> decodable(byte[] record, ByteOrder order) {
        for (int i = 24; i < 32; i++) record[i] = (byte) (record[i] & 0x7f | 0x20);
        return Decoder.of(ALL, order).decode(record);
    }

    @Test
    void takesEnumsByNameAndByNumber() {
        byte[] nine = {9, 0, 0, 0};
        assertArrayEquals(nine, Encoder.of(SIGNAL, ByteOrder.LITTLE_ENDIAN).encode("SIGKILL"));
        assertArrayEquals(nine, Encoder.of(SIGNAL, ByteOrder.LITTLE_ENDIAN).encode(9L));
        assertThrows(IllegalArgumentException.class, () -> Encoder.of(SIGNAL).encode("SIGNONE"));
    }

    @Test
    void takesTheWholeRangeAndNoMore() {
        BigInteger most = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);
        assertArrayEquals(new byte[] {-1, -1, -1, -1, -1, -1, -1, -1}, Encoder.of(U64).encode(most));
        assertThrows(IllegalArgumentException.class, () -> Encoder.of(U64).encode(most.add(BigInteger.ONE)));
        assertThrows(IllegalArgumentException.class, () -> Encoder.of(U64).encode(-1L));
        assertThrows(IllegalArgumentException.class, () -> Encoder.of(S32).encode(1L << 31));
    }

    @Test
    void namesThePlaceThatDoesNotFit() {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> Encoder.of(ALL).encode(Map.of("pair", List.of(1L, 70000L))));
        assertEquals("/pair/1: 70000 is out of the range of short, -32768 to 32767", e.getMessage());
    }

    @Test
    void refusesFieldsThatAreNotThere() {
        assertThrows(IllegalArgumentException.class, () -> Encoder.of(ALL).encode(Map.of("cuont", 1L)));
    }

    @Test
    void refusesTextThatIsTooLongAndNumbersThatAreNone() {
        assertThrows(IllegalArgumentException.class, () -> Encoder.of(ALL).encode(Map.of("comm", "ninebytes")));
        assertThrows(IllegalArgumentException.class, () -> Encoder.of(S32).encode(1.5));
        assertThrows(IllegalArgumentException.class, () -> Encoder.of(S32).encode(null));
        assertThrows(IllegalArgumentException.class, () -> Encoder.of(S32).encode("1e3"));
    }

    @Test
    void readsASingleValueOutOfTheFormThatTheDecoderGivesIt() {
        assertArrayEquals(new byte[] {7, 0, 0, 0}, Encoder.of(S32, ByteOrder.LITTLE_ENDIAN).encode(Map.of("value", 7L)));
    }
}

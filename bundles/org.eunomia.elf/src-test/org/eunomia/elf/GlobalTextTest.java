package org.eunomia.elf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.schema.Type;
import org.eunomia.core.spec.ParamSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobalTextTest {
    private static final Type U8 = new Type.Int("__u8", 1, false);
    private static final Type S16 = new Type.Int("short", 2, true);
    private static final Type INT = new Type.Int("int", 4, true);
    private static final Type U64 = new Type.Int("__u64", 8, false);
    private static final Type S128 = new Type.Int("__int128", 16, true);
    private static final Type CHAR = new Type.Char("char");
    private static final Type BOOL = new Type.Bool("bool", 1);
    private static final Type FLOAT = new Type.Float("float", 4);
    private static final Type DOUBLE = new Type.Float("double", 8);
    private static final Type ENUM = new Type.Enum("enum sig", 4, false, List.of(new Type.Enumerator("SIGHUP", 1), new Type.Enumerator("SIGKILL", 9)));
    private static final Type NEGATIVE = new Type.Enum("enum n", 4, true, List.of(new Type.Enumerator("MINUS", -1)));
    private static final Type TEXT = new Type.Array("char[8]", CHAR, 8);
    private static final Type INTS = new Type.Array("int[3]", INT, 3);
    private static final Type TABLE = new Type.Array("short[2][3]", new Type.Array("short[3]", S16, 3), 2);
    private static final Type LINES = new Type.Array("char[2][8]", TEXT, 2);

    private static ParamSpec param(Type type) {
        return new ParamSpec("p", type, ".rodata", 0, "", "", "p", "");
    }

    private static Type type(String name) {
        return switch (name) {
            case "u8" -> U8;
            case "s16" -> S16;
            case "int" -> INT;
            case "u64" -> U64;
            case "s128" -> S128;
            case "char" -> CHAR;
            case "bool" -> BOOL;
            case "float" -> FLOAT;
            case "double" -> DOUBLE;
            case "enum" -> ENUM;
            case "negative" -> NEGATIVE;
            case "text" -> TEXT;
            case "ints" -> INTS;
            case "table" -> TABLE;
            case "lines" -> LINES;
            case "pointer" -> new Type.Pointer("void *", 8);
            default -> throw new AssertionError(name);
        };
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "u8|255|ff|255", "u8|0xFf|ff|255", "s16|-32768|0080|-32768", "int|+7|07000000|7", "int|-0x80000000|00000080|-2147483648",
        "u64|18446744073709551615|ffffffffffffffff|18446744073709551615", "s128|-1|ffffffffffffffffffffffffffffffff|-1",
        "s128|0x7fffffffffffffffffffffffffffffff|ffffffffffffffffffffffffffffff7f|170141183460469231731687303715884105727",
        "char|a|61|a", "char|'a'|61|a", "char|7|07|7", "char|-1|ff|-1", "char|255|ff|-1", "char|\\x2c|2c|44",
        "bool|true|01|true", "bool|OFF|00|false", "float|1.5|0000c03f|1.5", "float|-Infinity|000080ff|-Infinity", "double|2e-3|fca9f1d24d62603f|0.002",
        "enum|SIGKILL|09000000|SIGKILL", "enum|9|09000000|SIGKILL", "enum|77|4d000000|77", "negative|MINUS|ffffffff|MINUS", "negative|-2|feffffff|-2",
        "text|bash|6261736800000000|bash", "text|a\\x00b|6100620000000000|a", "text|\\xff\\\\|ff5c000000000000|\\xff\\\\", "text|C:\\d|433a5c6400000000|C:\\\\d", "text|größe|6772c3b6c39f6500|größe",
        "ints|1, 2|010000000200000000000000|1,2", "ints|''|000000000000000000000000|0", "ints|0,0,5|000000000000000005000000|0,0,5",
        "table|1,2,3,4|010002000300040000000000|1,2,3,4", "lines|a,b|61000000000000006200000000000000|a,b"})
    void readsAndWrites(String type, String text, String bytes, String again) throws OperationFailedException {
        byte[] parsed = GlobalText.parse(param(type(type)), text);
        assertEquals(bytes, HexFormat.of().formatHex(parsed));
        assertEquals(again, GlobalText.format(type(type), parsed));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "u8|256|out of the range of __u8|it takes 0 to 255", "u8|-1|out of the range|0 to 255", "int|2147483648|out of the range of int|it takes -2147483648 to 2147483647",
        "int|1.5|not a whole number|write it as 10 or 0xa", "int|''|not a whole number|10", "int|0x|not a whole number|10", "char|ab|not a single character|a character", "char|256|out of the range|255", "char|-129|out of the range|255",
        "bool|maybe|neither true nor false|true or false", "float|1e39|out of the range of float|''", "double|1e309|out of the range of double|''", "double|0x1p3|not a number|1.5", "float|1f|not a number|1.5",
        "enum|SIGFOO|no such name in enum sig|it takes SIGHUP, SIGKILL, or a number", "enum|-1|out of the range of enum sig|0 to", "text|12345678|8 bytes of text do not fit into char[8]|up to 7 bytes",
        "ints|1,2,3,4|4 elements, but int[3] has 3|''", "ints|1,x|'x': this is not a whole number|10", "table|1,2,3,4,5,6,7|7 elements|''", "pointer|1|void * cannot be set|''"})
    void refuses(String type, String text, String problem, String hint) {
        OperationFailedException e = assertThrows(OperationFailedException.class, () -> GlobalText.parse(param(type(type)), text));
        Failure.ParamInvalid failure = (Failure.ParamInvalid) e.failure();
        assertEquals("p", failure.param());
        assertEquals(text, failure.value());
        assertTrue(failure.problem().contains(problem), failure.problem());
        assertTrue(failure.hint().contains(hint), failure.hint());
    }

    @Test
    void readsBackWhatItWrites() throws OperationFailedException {
        Random random = new Random(7);
        for (Type type : List.of(U8, S16, INT, U64, S128, CHAR, ENUM, NEGATIVE, INTS, TABLE)) {
            for (int i = 0; i < 300; i++) {
                byte[] bytes = new byte[type.size()];
                random.nextBytes(bytes);
                if (random.nextInt(3) == 0) Arrays.fill(bytes, random.nextInt(bytes.length), bytes.length, (byte) 0);
                String text = GlobalText.format(type, bytes);
                assertArrayEquals(bytes, GlobalText.parse(param(type), text), () -> type + " " + text);
            }
        }
    }

    @Test
    void readsBackAnyTextThatIsTerminated() throws OperationFailedException {
        Random random = new Random(8);
        for (int i = 0; i < 2000; i++) {
            byte[] bytes = new byte[16];
            int first = random.nextInt(8);
            int second = random.nextInt(8);
            for (int k = 0; k < first; k++) bytes[k] = (byte) (1 + random.nextInt(255));
            for (int k = 0; k < second; k++) bytes[8 + k] = (byte) (1 + random.nextInt(255));
            String text = GlobalText.format(LINES, bytes);
            assertArrayEquals(bytes, GlobalText.parse(param(LINES), text), text);
        }
    }

    @Test
    void writesShortBytesAsIfZerosFollowed() {
        assertEquals("1", GlobalText.format(INTS, new byte[] {1}));
        assertEquals("hi", GlobalText.format(TEXT, "hi".getBytes(StandardCharsets.UTF_8)));
    }
}

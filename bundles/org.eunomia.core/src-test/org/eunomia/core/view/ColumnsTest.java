package org.eunomia.core.view;

import static org.eunomia.core.view.Types.BE16;
import static org.eunomia.core.view.Types.S32;
import static org.eunomia.core.view.Types.S64;
import static org.eunomia.core.view.Types.U128;
import static org.eunomia.core.view.Types.U16;
import static org.eunomia.core.view.Types.U32;
import static org.eunomia.core.view.Types.U64;
import static org.eunomia.core.view.Types.U8;
import static org.eunomia.core.view.Types.array;
import static org.eunomia.core.view.Types.bytes;
import static org.eunomia.core.view.Types.chars;
import static org.eunomia.core.view.Types.schema;
import static org.eunomia.core.view.Types.struct;
import static org.eunomia.core.view.Types.charArray;
import static org.eunomia.core.view.Types.union;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Collectors;
import org.eunomia.core.StackFrame;
import org.eunomia.core.schema.Field;
import org.eunomia.core.schema.Schema;
import org.eunomia.core.schema.Type;
import org.junit.jupiter.api.Test;

class ColumnsTest {
    /** {@code name=text} of each column. */
    private static String text(Schema schema, byte[] record) {
        return Columns.of(schema).list().stream().map(c -> {
            TextBuffer out = new TextBuffer();
            c.text(Columns.record(record), out);
            return c.name() + "=" + out;
        }).collect(Collectors.joining(" "));
    }

    private static String plain(Schema schema, byte[] record) {
        return Columns.of(schema).list().stream().map(c -> {
            TextBuffer out = new TextBuffer();
            c.plain(Columns.record(record), out);
            return out.toString();
        }).collect(Collectors.joining(" "));
    }

    private static String json(Schema schema, byte[] record) {
        return json(schema, record, Symbols.NONE);
    }

    private static String json(Schema schema, byte[] record, Symbols symbols) {
        TextBuffer out = new TextBuffer();
        Columns.of(schema).json(Columns.record(record), symbols, out);
        return out.toString();
    }

    private static Schema one(String name, Type type) {
        return schema("event", name, type);
    }

    private static Schema formatted(Type type, String format) {
        return new Schema("event", new Type.Struct("struct event", false, type.size(), List.of(new Field("x", type, 0, 0, 0, "", format))));
    }

    @Test
    void showsNumbersOfAllSizes() {
        Schema schema = schema("event", "a", U8, "b", U16, "c", S32, "d", S64, "e", U64, "f", U128);
        byte[] record = bytes((byte) 200, (short) -1, -5, Long.MIN_VALUE, -1L, -1L, 0L);
        assertEquals("a=200 b=65535 c=-5 d=-9223372036854775808 e=18446744073709551615 f=18446744073709551615", text(schema, record));
        assertEquals("{\"a\":200,\"b\":65535,\"c\":-5,\"d\":-9223372036854775808,\"e\":18446744073709551615,\"f\":18446744073709551615}", json(schema, record));
    }

    @Test
    void flattensNestedStructsForTextAndKeepsThemInJson() {
        Type.Struct inner = struct("inner", "c", U32, "name", charArray(4));
        Schema schema = schema("event", "pid", S32, "who", inner, "", struct("", "d", U32));
        byte[] record = bytes(7, 8, "ab\0\0", 9);
        assertEquals("pid=7 who.c=8 who.name=ab d=9", text(schema, record));
        assertEquals("{\"pid\":7,\"who\":{\"c\":8,\"name\":\"ab\"},\"d\":9}", json(schema, record));
    }

    @Test
    void leavesOutWhatAShortRecordDoesNotHold() {
        Schema schema = schema("event", "a", U32, "b", U32);
        assertEquals("a=1 b=", text(schema, bytes(1)));
        assertEquals("{\"a\":1}", json(schema, bytes(1)));
    }

    @Test
    void takesTextToTheFirstNulAndEscapesControls() {
        Schema schema = one("filename", charArray(24));
        byte[] record = chars("a\u001b[31m\n\u007f\u0085\u202e\"\\é", 24);
        assertEquals("filename=a\\x1b[31m\\n\\x7f\\x85\\u202e\"\\é", text(schema, record));
        assertEquals("{\"filename\":\"a\\u001b[31m\\n\\u007f\\u0085\\u202e\\\"\\\\é\"}", json(schema, record));
        assertEquals("filename=", text(schema, chars("\0hidden", 24)));
        assertEquals("filename=\\xff", text(schema, bytes(new byte[] { (byte) 0xff, 0 })));
    }

    @Test
    void showsEnumsByNameAndUnknownOnesByNumber() {
        Type.Enum type = new Type.Enum("enum kind", 4, true, List.of(new Type.Enumerator("OPEN", 1), new Type.Enumerator("CLOSED", -1)));
        assertEquals("kind=OPEN", text(one("kind", type), bytes(1)));
        assertEquals("{\"kind\":\"CLOSED\"}", json(one("kind", type), bytes(-1)));
        assertEquals("{\"kind\":9}", json(one("kind", type), bytes(9)));
    }

    @Test
    void showsAddressesPortsAndHardwareAddresses() {
        Schema schema = schema("event", "saddr", U32, "dport", BE16, "sport", U16, "src_mac", array(U8, 6), "daddr_v6", array(U8, 16));
        byte[] v6 = new byte[16];
        v6[0] = 0x20;
        v6[1] = 1;
        v6[2] = 0x0d;
        v6[3] = (byte) 0xb8;
        v6[15] = 1;
        byte[] record = bytes(new byte[] { 127, 0, 0, 1, 1, (byte) 0xbb }, (short) 8080, new byte[] { 2, 0, 0, (byte) 0xaa, 0, 1 }, v6);
        assertEquals("saddr=127.0.0.1 dport=443 sport=8080 src_mac=02:00:00:aa:00:01 daddr_v6=2001:db8::1", text(schema, record));
        assertEquals("{\"saddr\":\"127.0.0.1\",\"dport\":443,\"sport\":8080,\"src_mac\":\"02:00:00:aa:00:01\",\"daddr_v6\":\"2001:db8::1\"}", json(schema, record));
    }

    @Test
    void choosesTheAddressOfAUnionByFamily() {
        Schema schema = schema("event", "", union("saddr_v4", U32, "saddr_v6", U128), "af", S32);
        byte[] v4 = bytes(new byte[] { 10, 0, 0, 1 }, 0, 0L, 2);
        byte[] v6 = bytes(new byte[] { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1 }, 10);
        assertEquals("saddr=10.0.0.1 af=2", text(schema, v4));
        assertEquals("saddr=::1 af=10", text(schema, v6));
    }

    @Test
    void shortensIpv6AsRfc5952Says() {
        assertEquals("x=::", text(formatted(array(U8, 16), "ipv6"), new byte[16]));
        assertEquals("x=1:0:0:1::1", text(formatted(array(U8, 16), "ipv6"), bytes(new byte[] { 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1 })));
        assertEquals("x=1:0:2:3:4:5:6:7", text(formatted(array(U8, 16), "ipv6"), bytes(new byte[] { 0, 1, 0, 0, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0, 7 })));
        assertEquals("x=1::", text(formatted(array(U8, 16), "ipv6"), bytes(new byte[] { 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 })));
        assertEquals("x=::ffff:192.0.2.1", text(formatted(array(U8, 16), "ipv6"),
                bytes(new byte[] { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, (byte) 192, 0, 2, 1 })));
    }

    @Test
    void scalesDurationsInTextOnly() {
        Schema schema = schema("event", "duration_ns", U64, "lat_us", U32, "ts", U64);
        byte[] record = bytes(1_234_567L, 999, 12_345_678_901L);
        assertEquals("duration_ns=1.234ms lat_us=999us ts=12.345678", text(schema, record));
        assertEquals("1234567 999 12345678901", plain(schema, record));
        assertEquals("duration_ns=17ns", text(one("duration_ns", U64), bytes(17L)));
        assertEquals("duration_ns=75.000s", text(one("duration_ns", U64), bytes(75_000_000_000L)));
        assertEquals("duration_ns=7200.500s", text(one("duration_ns", U64), bytes(7_200_500_000_000L)));
    }

    @Test
    void namesErrnosOfFailedCallsInText() {
        assertEquals("ret=-ENOENT", text(one("ret", S32), bytes(-2)));
        assertEquals("ret=3", text(one("ret", S64), bytes(3L)));
        assertEquals("ret=-5000", text(one("ret", S64), bytes(-5000L)));
        assertEquals("{\"ret\":-2}", json(one("ret", S32), bytes(-2)));
        assertEquals("sig=SIGKILL", text(one("sig", S32), bytes(9)));
        assertEquals("sig=34", text(one("sig", S32), bytes(34)));
    }

    @Test
    void numbersErrnosAndSignalsAsTheKernelDoes() {
        assertEquals("EPERM", ErrorNames.errno(1));
        assertEquals("ENOSYS", ErrorNames.errno(38));
        assertEquals("", ErrorNames.errno(41));
        assertEquals("ENOMSG", ErrorNames.errno(42));
        assertEquals("EPROTO", ErrorNames.errno(71));
        assertEquals("ENOTSOCK", ErrorNames.errno(88));
        assertEquals("ETIMEDOUT", ErrorNames.errno(110));
        assertEquals("EHWPOISON", ErrorNames.errno(133));
        assertEquals("", ErrorNames.errno(134));
        assertEquals("ERESTARTSYS", ErrorNames.errno(512));
        assertEquals("EPROBE_DEFER", ErrorNames.errno(517));
        assertEquals("SIGSEGV", ErrorNames.signal(11));
        assertEquals("SIGSYS", ErrorNames.signal(31));
    }

    @Test
    void showsFlagsPointersAndBytesInHex() {
        Schema schema = schema("event", "flags", S32, "ptr", new Type.Pointer("void *", 8), "digest", array(U8, 3), "slots", array(U32, 2));
        byte[] record = bytes(-1, 0xffff888000000000L, new byte[] { 1, (byte) 0xab, 0 }, 4, 5);
        assertEquals("flags=0xffffffff ptr=0xffff888000000000 digest=01ab00 slots=[4,5]", text(schema, record));
        assertEquals("{\"flags\":-1,\"ptr\":18446612682070000000,\"digest\":\"01ab00\",\"slots\":[4,5]}".replace("18446612682070000000",
                new BigInteger("ffff888000000000", 16).toString()), json(schema, record));
    }

    @Test
    void explicitFormatOverridesConvention() {
        assertEquals("x=0x10", text(formatted(U32, "hex"), bytes(16)));
        assertEquals("x=16", text(formatted(U32, "number"), bytes(16)));
        assertEquals("x=16", text(formatted(U32, "mac"), bytes(16)), "a format that does not suit the type is ignored");
        assertEquals("x=hi", text(formatted(array(U8, 4), "text"), bytes("hi\0\0")));
    }

    @Test
    void readsBitFields() {
        Type.Struct struct = new Type.Struct("struct e", false, 4, List.of(new Field("a", U32, 0, 0, 3, "", ""), new Field("b", S32, 0, 3, 4, "", ""),
                new Field("c", U32, 0, 7, 9, "", "")));
        byte[] record = bytes(0b101 | 0b1110 << 3 | 300 << 7);
        assertEquals("a=5 b=-2 c=300", text(new Schema("e", struct), record));
        assertEquals(300L, Columns.of(new Schema("e", struct)).list().get(2).value(Columns.record(bytes(300 << 7))));
    }

    @Test
    void showsFloatsAndBooleans() {
        Schema schema = schema("event", "f", new Type.Float("float", 4), "d", new Type.Float("double", 8), "ok", new Type.Bool("bool", 1));
        assertEquals("f=0.1 d=2.5 ok=true", text(schema, bytes(0.1f, 2.5, (byte) 1)));
        assertEquals("{\"f\":\"NaN\",\"d\":2.5,\"ok\":false}", json(schema, bytes(Float.NaN, 2.5, (byte) 0)));
    }

    @Test
    void showsRecordsThatAreNoStruct() {
        assertEquals("value=5", text(new Schema("u64", U64), bytes(5L)));
        assertEquals("{\"data\":\"0aff\"}", json(new Schema("raw", array(U8, 0)), bytes(new byte[] { 10, -1 })));
    }

    @Test
    void resolvesStacksToFrames() {
        Schema schema = schema("event", "pid", S32, "kstack_sz", S32, "kstack", array(U64, 4), "ustack", array(U64, 2));
        byte[] record = bytes(42, 16, 0x100L, 0x200L, 0x300L, 0L, 0x7f00L, 0L);
        Symbols symbols = new Symbols() {
            @Override
            public long[] stack(int id) {
                return new long[0];
            }

            @Override
            public List<StackFrame> frames(int pid, long[] addresses) {
                return java.util.Arrays.stream(addresses).mapToObj(a -> new StackFrame(a, pid == 0 ? "kern" : "user" + pid, 16, pid == 0 ? "[kernel]" : "/lib/libc.so.6")).toList();
            }
        };
        assertEquals("pid=42 kstack_sz=16 kstack=[0x100,0x200] ustack=[0x7f00]", text(schema, record));
        assertEquals("{\"pid\":42,\"kstack_sz\":16,\"kstack\":[{\"address\":256,\"symbol\":\"kern\",\"offset\":16,\"module\":\"[kernel]\"},"
                + "{\"address\":512,\"symbol\":\"kern\",\"offset\":16,\"module\":\"[kernel]\"}],"
                + "\"ustack\":[{\"address\":32512,\"symbol\":\"user42\",\"offset\":16,\"module\":\"/lib/libc.so.6\"}]}", json(schema, record, symbols));
    }

    @Test
    void decodesAColumnAlone() {
        Column b = Columns.of(schema("event", "a", U32, "who", struct("w", "comm", charArray(4)))).list().get(1);
        assertEquals("ab", b.value(Columns.record(bytes(1, "ab\0\0"))));
        assertNull(b.value(Columns.record(bytes(1))));
    }

    @Test
    void tellsWholeNumbersOfAllKinds() {
        Type.Enum op = new Type.Enum("enum op", 4, false, List.of(new Type.Enumerator("READ", 1)));
        Type.Struct bits = new Type.Struct("struct bits", false, 4, List.of(new Field("low", S32, 0, 0, 3, "", ""), new Field("high", U32, 0, 3, 5, "", "")));
        Schema schema = schema("event", "a", S32, "b", U64, "dport", BE16, "c", new Type.Bool("bool", 2), "op", op, "", bits, "text", charArray(2));
        byte[] record = bytes(-5, -1L, Short.reverseBytes((short) 443), (short) 1, 1, 0xfe, "ab");
        assertEquals(List.of(-5L, -1L, 443L, 1L, 1L, -2L, 31L, 0L), Columns.of(schema).list().stream().map(c -> c.whole(Columns.record(record))).toList());
        assertEquals(List.of(true, true, true, true, true, true, true, false), Columns.of(schema).list().stream().map(Column::isWhole).toList());
        assertEquals(List.of(false, true, true, false, true, false, true, false), Columns.of(schema).list().stream().map(Column::isUnsigned).toList());
    }
}

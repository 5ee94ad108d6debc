package org.eunomia.core.view;

import static org.eunomia.core.view.Types.S32;
import static org.eunomia.core.view.Types.U32;
import static org.eunomia.core.view.Types.U64;
import static org.eunomia.core.view.Types.bytes;
import static org.eunomia.core.view.Types.charArray;
import static org.eunomia.core.view.Types.chars;
import static org.eunomia.core.view.Types.schema;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.eunomia.core.Event;
import org.eunomia.core.StackFrame;
import org.eunomia.core.schema.Schema;
import org.junit.jupiter.api.Test;

class TablesTest {
    private static final long TIME = 1_795_456_800_123_456_789L; // 2026-11-23T18:00:00.123456789Z
    private static final Schema OPEN = schema("open", "pid", S32, "comm", charArray(16), "filename", charArray(32));
    private static final Schema EXIT = schema("exit", "pid", S32, "code", U32);
    private final TextBuffer out = new TextBuffer();

    private static byte[] open(int pid, String comm, String file) {
        return bytes(pid, chars(comm, 16), chars(file, 32));
    }

    private static Times utc() {
        return new Times(ZoneOffset.UTC);
    }

    @Test
    void alignsColumnsUnderOneHeader() {
        TextTable table = new TextTable(List.of(Columns.of(OPEN)), utc(), Symbols.NONE);
        table.row(TIME, OPEN, Columns.record(open(42, "cat", "/etc/hostname")), out);
        table.row(TIME + 1_000_000_000L, OPEN, Columns.record(open(4242, "é", "/x y")), out);
        assertEquals("""
                TIME              PID  COMM              FILENAME
                18:00:00.123       42  cat               /etc/hostname
                18:00:01.123     4242  é                 /x y
                """, out.toString());
    }

    @Test
    void growsAColumnThatIsTooNarrow() {
        Schema schema = schema("e", "n", U32, "name", charArray(8));
        TextTable table = new TextTable(List.of(Columns.of(schema)), utc(), Symbols.NONE);
        table.row(TIME, schema, Columns.record(bytes(1234567890, chars("a", 8))), out);
        table.row(TIME, schema, Columns.record(bytes(1, chars("b", 8))), out);
        assertEquals("""
                TIME               N  NAME
                18:00:00.123  1234567890  a
                18:00:00.123           1  b
                """, out.toString());
    }

    @Test
    void fitsColumnsToRowsThatAreKnownBefore() {
        Schema schema = schema("e", "n", U32, "name", charArray(8));
        TextTable table = TextTable.untimed(Columns.of(schema), Symbols.NONE);
        List<byte[]> rows = List.of(bytes(1, chars("a", 8)), bytes(1234567890, chars("b", 8)));
        for (byte[] r : rows) table.fit(schema, Columns.record(r));
        for (byte[] r : rows) table.row(0, schema, Columns.record(r), out);
        assertEquals("""
                         N  NAME
                         1  a
                1234567890  b
                """, out.toString());
    }

    @Test
    void unitesKindsOfRows() {
        TextTable table = new TextTable(List.of(Columns.of(OPEN), Columns.of(EXIT)), utc(), Symbols.NONE);
        table.row(TIME, EXIT, Columns.record(bytes(7, 1)), out);
        table.row(TIME, OPEN, Columns.record(open(8, "sh", "/a")), out);
        assertEquals("""
                TIME          TYPE      PID  COMM              FILENAME            CODE
                18:00:00.123  exit        7                                           1
                18:00:00.123  open        8  sh                /a
                """, out.toString());
    }

    @Test
    void startsANewTableForAnUnannouncedKind() {
        TextTable table = new TextTable(List.of(), utc(), Symbols.NONE);
        table.row(TIME, EXIT, Columns.record(bytes(7, 1)), out);
        assertEquals("""
                TIME              PID    CODE
                18:00:00.123        7       1
                """, out.toString());
    }

    @Test
    void printsStacksBelowTheirRow() {
        Schema schema = schema("sample", "pid", S32, "kstack_id", S32);
        Symbols symbols = new Symbols() {
            @Override
            public long[] stack(int id) {
                return id == 5 ? new long[] { 0x10, 0x20, 0x30 } : new long[0];
            }

            @Override
            public List<StackFrame> frames(int pid, long[] addresses) {
                return List.of(new StackFrame(0x10, "do_sys_open", 0x12, "[kernel]"), new StackFrame(0x20, "", 0, ""), new StackFrame(0x30, "main", 0, "/bin/a\u001b"));
            }
        };
        TextTable table = new TextTable(List.of(Columns.of(schema)), utc(), symbols);
        table.row(TIME, schema, Columns.record(bytes(7, 5)), out);
        table.row(TIME, schema, Columns.record(bytes(8, -17)), out);
        table.row(TIME, schema, Columns.record(bytes(9, -14)), out);
        assertEquals("""
                TIME              PID
                18:00:00.123        7
                    do_sys_open+0x12 [kernel]
                    0x20
                    main+0x0 [a\\x1b]
                18:00:00.123        8
                    [no kstack_id: EEXIST]
                18:00:00.123        9
                """, out.toString());
    }

    @Test
    void writesCsvByRfc4180() {
        CsvTable table = new CsvTable(List.of(Columns.of(OPEN)), utc());
        table.row(TIME, OPEN, Columns.record(open(42, "=1+1", "/a,\"b\"\n")), out);
        assertEquals("time,pid,comm,filename\r\n2026-11-23T18:00:00.123456789Z,42,=1+1,\"/a,\"\"b\"\"\\n\"\r\n", out.toString());
    }

    @Test
    void keepsOneCsvHeaderForSeveralKinds() {
        CsvTable table = new CsvTable(List.of(Columns.of(OPEN), Columns.of(EXIT)), utc());
        table.row(TIME, EXIT, Columns.record(bytes(7, 1)), out);
        table.row(TIME, OPEN, Columns.record(open(8, "sh", "/a")), out);
        assertEquals("time,type,pid,comm,filename,code\r\n2026-11-23T18:00:00.123456789Z,exit,7,,,1\r\n2026-11-23T18:00:00.123456789Z,open,8,sh,/a,\r\n", out.toString());
        assertFalse(table.row(TIME, schema("other", "x", U64), Columns.record(bytes(1L)), out));
    }

    @Test
    void writesOneJsonObjectALine() {
        JsonLines lines = new JsonLines(utc(), Symbols.NONE);
        lines.event(new Event(0, TIME, "opensnoop", 1, "rb", OPEN, open(4242, "cat", "/etc/hostname")), out);
        lines.event(new Event(1, TIME, "open\"snoop", 1, "rb", EXIT, bytes(1, 2)), out);
        assertEquals("{\"time\":\"2026-11-23T18:00:00.123456789Z\",\"tracker\":\"opensnoop\",\"type\":\"open\",\"event\":{\"pid\":4242,\"comm\":\"cat\",\"filename\":\"/etc/hostname\"}}\n"
                + "{\"time\":\"2026-11-23T18:00:00.123456789Z\",\"tracker\":\"open\\\"snoop\",\"type\":\"exit\",\"event\":{\"pid\":1,\"code\":2}}\n", out.toString());
    }

    @Test
    void writesLocalTimeAcrossAChangeOfOffset() {
        Times times = new Times(ZoneId.of("Europe/Berlin"));
        for (long second : new long[] { 1_792_889_999L, 1_792_890_000L }) { // 2026-10-25T00:59:59Z and one second later
            times.local(second * 1_000_000_000L, out);
            out.put(' ');
        }
        times.instant(-1, out);
        assertEquals("02:59:59.000 02:00:00.000 1969-12-31T23:59:59.999999999Z", out.toString());
    }

    @Test
    void writesNumbersAsJavaDoes() {
        for (long n : new long[] { 0, 9, 10, 99, 100, -1, Long.MAX_VALUE, Long.MIN_VALUE, 1_000_000_000_000_000_000L }) {
            out.clear();
            out.number(n).put(' ').unsigned(n).put(' ').hex(n);
            assertEquals(n + " " + Long.toUnsignedString(n) + " " + Long.toHexString(n), out.toString());
        }
    }

    @Test
    void keepsTabsAndLineEndsOfLogs() {
        assertEquals("a\tb\n\\x1b[31m\\r\n", Escapes.lines("a\tb\n\u001b[31m\r\n"));
    }
}

package org.eunomia.ide.events.internal.details;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.eunomia.core.Event;
import org.eunomia.core.schema.Schema;
import org.eunomia.core.schema.Type;
import org.eunomia.ide.events.internal.model.Samples;
import org.junit.jupiter.api.Test;

class DetailsTest {
    private static final Type U16S = new Type.Array("__u16[3]", new Type.Int("__u16", 2, false), 3);
    private static final Schema NESTED = Samples.schema("event", "pid", Samples.S32, "who", Samples.struct("who", "uid", Samples.U32, "comm", Samples.text(4)), "", Samples.struct("", "ret", Samples.S32),
            "ports", U16S);
    private static final Event EVENT = Samples.event(3, NESTED, Samples.bytes(42, 1000, "ab\0\0", -2, (short) 1, (short) 2, (short) 3));

    private static void print(List<Detail> details, String indent, StringBuilder out) {
        for (Detail d : details) {
            if (d.offset() < 0) continue;
            out.append(indent).append(d.name()).append('=').append(d.text()).append(' ').append(d.type()).append(" @").append(d.offset()).append('+').append(d.length()).append('\n');
            print(d.inner(), indent + "  ", out);
        }
    }

    @Test
    void takesAnEventApartAsItsSourceLaidItOut() {
        StringBuilder out = new StringBuilder();
        print(Details.of(EVENT), "", out);
        assertEquals("""
                pid=42 int @0+4
                who= struct who @4+8
                  uid=1000 __u32 @4+4
                  comm=ab char[4] @8+4
                (struct)= struct  @12+4
                  ret=-ENOENT int @12+4
                ports=[1,2,3] __u16[3] @16+6
                  [0]=1 __u16 @16+2
                  [1]=2 __u16 @18+2
                  [2]=3 __u16 @20+2
                """, out.toString());
    }

    @Test
    void tellsWhatTheEventHasBesidesItsRecord() {
        assertEquals(List.of("time=2025-11-24T12:00:00.003000000Z", "position=3", "generation=1", "map=rb", "type=event"),
                Details.of(EVENT).subList(0, 5).stream().map(d -> d.name() + "=" + d.text()).toList());
    }

    @Test
    void leavesOutWhatAShortRecordLacks() {
        Event cut = Samples.event(0, NESTED, Samples.bytes(42, 1000));
        StringBuilder out = new StringBuilder();
        print(Details.of(cut), "", out);
        assertEquals(true, out.toString().startsWith("pid=42 int @0+4\nwho= struct who @4+4\n  uid=1000 __u32 @4+4\n  comm= char[4] @8+0\n"), out.toString());
    }

    @Test
    void showsBytesWithTheirCharacters() {
        byte[] data = "0123456789abcdefXY\n".getBytes();
        String dump = HexDump.of(data);
        assertEquals("""
                0000  30 31 32 33 34 35 36 37  38 39 61 62 63 64 65 66  0123456789abcdef
                0010  58 59 0a                                          XY.            \s
                """, dump);
        for (int i = 0; i < data.length; i++) {
            assertEquals(String.format("%02x", data[i]), dump.substring(HexDump.digitsAt(i), HexDump.digitsAt(i) + 2));
            assertEquals(data[i] == '\n' ? '.' : (char) data[i], dump.charAt(HexDump.characterAt(i)));
        }
    }
}

package org.eunomia.engine.internal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eunomia.core.schema.Field;
import org.eunomia.core.schema.Schema;
import org.eunomia.core.schema.Type;
import org.eunomia.kernel.TraceSource;

/** Lines of {@code bpf_printk} in the form of records. */
final class Printk {
    /** What the events of these lines name as their map. */
    static final String MAP = "";
    private static final int COMM = 16;
    private static final Type.Int INT = new Type.Int("int", 4, true);
    private static final Type.Char CHAR = new Type.Char("char");
    static final Schema SCHEMA = new Schema("printk", new Type.Struct("struct printk", false, 8 + COMM, List.of(
            Field.of("pid", INT, 0), Field.of("cpu", INT, 4), Field.of("comm", new Type.Array("char[16]", CHAR, COMM), 8),
            Field.of("message", new Type.Array("char[]", CHAR, 0), 8 + COMM))));

    private Printk() { }

    static byte[] record(TraceSource.Line line) {
        byte[] comm = line.comm().getBytes(StandardCharsets.UTF_8);
        byte[] text = line.text().getBytes(StandardCharsets.UTF_8);
        ByteBuffer out = ByteBuffer.allocate(SCHEMA.size() + text.length + 1).order(ByteOrder.nativeOrder());
        out.putInt(0, line.pid()).putInt(4, line.cpu());
        out.put(8, comm, 0, Math.min(comm.length, COMM - 1));
        out.put(SCHEMA.size(), text);
        return out.array();
    }
}

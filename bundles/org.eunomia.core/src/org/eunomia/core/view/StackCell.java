package org.eunomia.core.view;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.eunomia.core.StackFrame;
import org.eunomia.core.schema.Field;

/**
 * A stack, held as addresses or as an id. With symbols JSON gets an array of frames, or the id when nothing is known of it, such as the negative
 * errno of a stack that was not taken; text gets the plain addresses or the id, and the frames on lines of their own by {@link Column#frames}.
 */
final class StackCell implements Cell {
    private static final int EFAULT = 14;
    private final ValueFormat format;
    private final int size;
    private final int count;
    private final Sibling length;
    private final Sibling pid;
    private final int lengthUnit;

    /** Another integer of the same struct; {@code at} counts from the stack. */
    private record Sibling(int at, int size) {
        static Sibling of(Field field, Field from) {
            return field == null ? null : new Sibling(field.offset() - from.offset(), field.type().size());
        }

        long read(ByteBuffer in, int base) {
            return base + at + size <= in.limit() ? IntegerCell.read(in, base + at, size, true) : 0;
        }
    }

    private StackCell(ValueFormat format, int size, int count, Sibling length, int lengthUnit, Sibling pid) {
        this.format = format;
        this.size = size;
        this.count = count;
        this.length = length;
        this.lengthUnit = lengthUnit;
        this.pid = pid;
    }

    static StackCell of(Field field, List<Field> siblings, ValueFormat format) {
        String name = field.name();
        Field bytes = Conventions.find(siblings, name + "_sz", name + "_size", name + "_bytes");
        Field depth = Conventions.find(siblings, name + "_len", name + "_depth", name + "_cnt", name + "_count", name + "_nr");
        Sibling length = Sibling.of(bytes != null ? bytes : depth, field);
        Sibling pid = Sibling.of(Conventions.find(siblings, "tgid", "pid"), field);
        return new StackCell(format, field.type().size(), field.type().size() / 8, length, bytes != null ? 8 : 1, pid);
    }

    @Override
    public int need() {
        return isId() ? size : 8;
    }

    @Override
    public void write(ByteBuffer in, int at, TextBuffer out, View view) {
        List<StackFrame> frames = view.isJson() && view.symbols() != Symbols.NONE ? frames(in, at, view.symbols()) : List.of();
        if (!frames.isEmpty()) json(frames, out);
        else if (isId()) IntegerCell.write(IntegerCell.read(in, at, size, true), true, size, format, out, view);
        else addresses(addresses(in, at), out, view);
    }

    private boolean isId() {
        return format == ValueFormat.KSTACK_ID || format == ValueFormat.USTACK_ID;
    }

    /** The errno for which there is no stack; 0 when there is one, or when there is nothing to it: EFAULT is what kernel threads give for theirs. */
    int missing(ByteBuffer in, int at) {
        long id = isId() ? IntegerCell.read(in, at, size, true) : 0;
        return id < 0 && id != -EFAULT ? (int) -id : 0;
    }

    /** Frames without names when {@code symbols} has none. */
    List<StackFrame> frames(ByteBuffer in, int at, Symbols symbols) {
        long[] addresses = isId() ? byId(in, at, symbols) : addresses(in, at);
        if (addresses.length == 0) return List.of();
        boolean user = format == ValueFormat.USTACK || format == ValueFormat.USTACK_ID;
        int process = user && pid != null ? (int) pid.read(in, at) : 0;
        List<StackFrame> frames = user && process == 0 ? List.of() : symbols.frames(process, addresses);
        return frames.isEmpty() ? Arrays.stream(addresses).mapToObj(a -> new StackFrame(a, "", 0, "")).toList() : frames;
    }

    private long[] byId(ByteBuffer in, int at, Symbols symbols) {
        long id = IntegerCell.read(in, at, size, true);
        return id < 0 || id > Integer.MAX_VALUE ? new long[0] : symbols.stack((int) id);
    }

    private long[] addresses(ByteBuffer in, int at) {
        int there = Math.min(count == 0 ? Integer.MAX_VALUE : count, (in.limit() - at) / 8);
        int most = length == null ? there : (int) Math.clamp(length.read(in, at) / lengthUnit, 0, there);
        long[] addresses = new long[most];
        for (int i = 0; i < most; i++) {
            addresses[i] = in.getLong(at + i * 8);
            if (addresses[i] == 0) return Arrays.copyOf(addresses, i);
        }
        return addresses;
    }

    private static void addresses(long[] addresses, TextBuffer out, View view) {
        out.put('[');
        for (int i = 0; i < addresses.length; i++) {
            if (i > 0) out.put(',');
            if (view.isText()) out.put("0x").hex(addresses[i]);
            else out.unsigned(addresses[i]);
        }
        out.put(']');
    }

    static void json(List<StackFrame> frames, TextBuffer out) {
        out.put('[');
        for (int i = 0; i < frames.size(); i++) {
            StackFrame f = frames.get(i);
            if (i > 0) out.put(',');
            out.put("{\"address\":").unsigned(f.address()).put(",\"symbol\":");
            Escapes.json(f.symbol(), out);
            out.put(",\"offset\":").number(f.offset()).put(",\"module\":");
            Escapes.json(f.module(), out);
            out.put('}');
        }
        out.put(']');
    }
}

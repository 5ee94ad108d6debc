package org.eunomia.elf;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eunomia.core.OperationFailedException;

/** What {@code .BTF.ext} says of the instructions: the source line and the function that they come from. */
public final class BtfExt {
    /**
     * Instructions of {@code section} from byte {@code offset} on come from this line.
     *
     * @param text the line itself, as the compiler kept it
     * @param line 1-based
     * @param column 1-based
     */
    public record LineInfo(String section, int offset, String file, String text, int line, int column) { }

    /** A function begins at byte {@code offset} of {@code section}; {@code type} is the id of its {@link BtfType.Func}. */
    public record FuncInfo(String section, int offset, int type) { }

    private final List<LineInfo> lines;
    private final List<FuncInfo> functions;

    private BtfExt(List<LineInfo> lines, List<FuncInfo> functions) {
        this.lines = List.copyOf(lines);
        this.functions = List.copyOf(functions);
    }

    /** Empty when the object has none. */
    public static Optional<BtfExt> of(ElfFile file, Btf btf) throws OperationFailedException {
        Optional<ElfSection> section = file.section(".BTF.ext");
        return section.isPresent() ? Optional.of(parse(section.get().content(), btf)) : Optional.empty();
    }

    private static BtfExt parse(ByteBuffer in, Btf btf) throws OperationFailedException {
        if (in.limit() < 24 || (in.getShort(0) & 0xffff) != 0xeb9f) throw Malformed.at(".BTF.ext", "no header");
        long header = in.getInt(4) & 0xffffffffL;
        List<FuncInfo> functions = new ArrayList<>();
        List<LineInfo> lines = new ArrayList<>();
        forEach(in, header, 8, 8, (section, at) -> functions.add(new FuncInfo(section, in.getInt(at), in.getInt(at + 4))), btf);
        forEach(in, header, 16, 16, (section, at) -> {
            int place = in.getInt(at + 12);
            lines.add(new LineInfo(section, in.getInt(at), btf.string(in.getInt(at + 4), "file name"), btf.string(in.getInt(at + 8), "source line").strip(),
                    place >>> 10, place & 0x3ff));
        }, btf);
        return new BtfExt(lines, functions);
    }

    @FunctionalInterface
    interface Entry {
        void at(String section, int offset) throws OperationFailedException;
    }

    /** Walks a table: its record size, then for each section its name, a count and the records. */
    static void forEach(ByteBuffer in, long header, int field, int least, Entry entry, Btf btf) throws OperationFailedException {
        long from = header + (in.getInt(field) & 0xffffffffL);
        long end = from + (in.getInt(field + 4) & 0xffffffffL);
        if (end == from) return;
        if (end > in.limit() || end - from < 4) throw Malformed.at(".BTF.ext", "a table lies beyond the end");
        long size = in.getInt((int) from) & 0xffffffffL;
        if (size < least) throw Malformed.at(".BTF.ext", "records of " + size + " bytes");
        for (long at = from + 4; at < end;) {
            if (end - at < 8) throw Malformed.at(".BTF.ext", "cut off");
            String section = btf.string(in.getInt((int) at), "section name");
            long count = in.getInt((int) at + 4) & 0xffffffffL;
            at += 8;
            if (count * size > end - at) throw Malformed.at(".BTF.ext", count + " records for section " + section + " are more than there are");
            for (long i = 0; i < count; i++, at += size) entry.at(section, (int) at);
        }
    }

    public List<LineInfo> lines() {
        return lines;
    }

    public List<FuncInfo> functions() {
        return functions;
    }

    /** The line of the instruction at byte {@code offset} of {@code section}: the last one that begins at or before it. */
    public Optional<LineInfo> line(String section, int offset) {
        LineInfo best = null;
        for (LineInfo l : lines) {
            if (l.section().equals(section) && l.offset() <= offset && (best == null || l.offset() >= best.offset())) best = l;
        }
        return Optional.ofNullable(best);
    }
}

package org.eunomia.elf;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.eunomia.core.OperationFailedException;

/** The tables of {@code .BTF.ext} as values, for writing them again. Entries of one section stand together. */
record BtfExtTables(List<Start> functions, List<Line> lines, List<Relocation> relocations, ByteOrder order) {
    private static final int HEADER = 32;

    /** A function begins at byte {@code offset} of {@code section}; {@code type} is the id of its {@link BtfType.Func}. */
    record Start(String section, int offset, int type) { }

    record Line(String section, int offset, String file, String text, int line) { }

    /**
     * @param kind   {@code enum bpf_core_relo_kind} of the kernel's include/uapi/linux/bpf.h
     * @param access indices with colons between them
     */
    record Relocation(String section, int offset, int type, String access, int kind) { }

    static BtfExtTables parse(ByteBuffer in, Btf btf) throws OperationFailedException {
        if (in.limit() < 24 || (in.getShort(0) & 0xffff) != 0xeb9f) throw Malformed.at(".BTF.ext", "no header");
        long header = in.getInt(4) & 0xffffffffL;
        List<Start> functions = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        List<Relocation> relocations = new ArrayList<>();
        BtfExt.forEach(in, header, 8, 8, (section, at) -> functions.add(new Start(section, in.getInt(at), in.getInt(at + 4))), btf);
        BtfExt.forEach(in, header, 16, 16, (section, at) -> lines.add(new Line(section, in.getInt(at), btf.string(in.getInt(at + 4), "file name"),
                btf.string(in.getInt(at + 8), "source line"), in.getInt(at + 12) >>> 10)), btf);
        if (header >= HEADER && in.limit() >= HEADER) {
            BtfExt.forEach(in, header, 24, 16, (section, at) -> relocations.add(new Relocation(section, in.getInt(at), in.getInt(at + 4),
                    btf.string(in.getInt(at + 8), "relocation"), in.getInt(at + 12))), btf);
        }
        return new BtfExtTables(functions, lines, relocations, in.order());
    }

    /** @param strings gives the offset of a text in the strings of the BTF that this goes with */
    byte[] write(ToIntFunction<String> strings) {
        byte[] first = table(functions, Start::section, f -> new int[] {f.offset(), f.type()}, strings);
        byte[] second = table(lines, Line::section, l -> new int[] {l.offset(), strings.applyAsInt(l.file()), strings.applyAsInt(l.text()), l.line() << 10}, strings);
        byte[] third = table(relocations, Relocation::section, r -> new int[] {r.offset(), r.type(), strings.applyAsInt(r.access()), r.kind()}, strings);
        ByteBuffer out = ByteBuffer.allocate(HEADER + first.length + second.length + third.length).order(order);
        out.putShort((short) 0xeb9f).put((byte) 1).put((byte) 0).putInt(HEADER).putInt(0).putInt(first.length).putInt(first.length).putInt(second.length)
                .putInt(first.length + second.length).putInt(third.length);
        return out.put(first).put(second).put(third).array();
    }

    /** The size of an entry, then for each section its name, how many there are, and the entries. */
    private <T> byte[] table(List<T> entries, Function<T, String> section, Function<T, int[]> words, ToIntFunction<String> strings) {
        if (entries.isEmpty()) return new byte[0];
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        put(out, words.apply(entries.get(0)).length * 4);
        for (int from = 0; from < entries.size();) {
            int to = from;
            while (to < entries.size() && section.apply(entries.get(to)).equals(section.apply(entries.get(from)))) to++;
            put(out, strings.applyAsInt(section.apply(entries.get(from))), to - from);
            for (; from < to; from++) put(out, words.apply(entries.get(from)));
        }
        return out.toByteArray();
    }

    private void put(ByteArrayOutputStream out, int... words) {
        ByteBuffer bytes = ByteBuffer.allocate(words.length * 4).order(order);
        for (int w : words) bytes.putInt(w);
        out.writeBytes(bytes.array());
    }
}

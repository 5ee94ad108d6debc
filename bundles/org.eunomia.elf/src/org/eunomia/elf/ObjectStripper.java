package org.eunomia.elf;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eunomia.core.OperationFailedException;

/**
 * Takes out of a BPF object what no loader reads: DWARF and its relocations, labels, the relocations of {@code .BTF} (libbpf places variables by symbols).
 * Code, maps, global data, types, source lines and every symbol with a name that means something stay. The same input gives the same bytes.
 */
public final class ObjectStripper {
    private static final int HEADER = 64;
    private static final int SYMBOL = 24;
    /** Section indices from here on are special: absolute, common. */
    private static final int RESERVED = 0xff00;

    private final ElfFile file;
    private final List<ElfSection> kept = new ArrayList<>();
    /** New index by old, for sections and symbols that stay. */
    private final Map<Integer, Integer> sections = new HashMap<>();
    private final Map<Integer, Integer> symbols = new HashMap<>();
    private final ByteArrayOutputStream strings = new ByteArrayOutputStream();
    private final Map<String, Integer> stringOffsets = new HashMap<>();

    private Optional<BtfReducer.Reduced> reduced = Optional.empty();

    private ObjectStripper(ElfFile file) {
        this.file = file;
    }

    /** @return a new object; {@code object} stays as it is */
    public static byte[] strip(byte[] object) throws OperationFailedException {
        return new ObjectStripper(ElfFile.parse(object)).strip(ByteBuffer.wrap(object));
    }

    /**
     * Also takes out what is known of types beyond what a loader and the kernel need of them (of the kernel's structs the members that the program does not
     * reach for), all but one of the places of a source line, and the columns.
     *
     * @param sourceText whether the text of source lines stays. Without it the verifier's log shows a line's number in place of its text
     */
    public static byte[] reduce(byte[] object, boolean sourceText) throws OperationFailedException {
        ElfFile file = ElfFile.parse(object);
        ObjectStripper stripper = new ObjectStripper(file);
        stripper.reduced = BtfReducer.reduce(file, sourceText);
        return stripper.strip(ByteBuffer.wrap(object));
    }

    private byte[] strip(ByteBuffer original) throws OperationFailedException {
        strings.write(0);
        file.sections().stream().filter(s -> s.type() == ElfSection.REL && isKept(s)).forEach(s -> string(s.name()));
        file.sections().stream().filter(this::isKept).sorted(Comparator.comparing(ObjectStripper::rank)).forEach(s -> {
            sections.put(s.index(), kept.size());
            kept.add(s);
        });
        if (kept.size() < 2) throw Malformed.at("section table", "no section with content");
        ByteBuffer symbolTable = symbolTable();
        List<byte[]> contents = new ArrayList<>();
        for (ElfSection s : kept) contents.add(content(s, symbolTable));
        int[] names = kept.stream().mapToInt(s -> string(s.name())).toArray();
        return write(original, contents, names);
    }

    /** Like stands by like, which compresses better; otherwise the order stays, and with it that of programs. */
    private static int rank(ElfSection s) {
        return switch (s.type()) {
            case 0 -> 0;
            case ElfSection.REL, ElfSection.RELA -> 2;
            case ElfSection.SYMTAB -> 3;
            case ElfSection.STRTAB -> 4;
            default -> 1;
        };
    }

    private boolean isKept(ElfSection s) {
        return switch (s.type()) {
            case 0 -> s.index() == 0;
            case ElfSection.SYMTAB -> true;
            case ElfSection.STRTAB -> isStringTable(s);
            case ElfSection.REL, ElfSection.RELA -> s.info() > 0 && s.info() < file.sections().size()
                    && target(s).type() == ElfSection.PROGBITS && isKept(target(s)) && !target(s).name().startsWith(".BTF");
            case ElfSection.PROGBITS -> !s.name().startsWith(".debug") && !s.name().startsWith(".eh_frame") && !s.name().equals(".comment")
                    && s.size() > 0;
            case ElfSection.NOBITS -> true;
            default -> false;
        };
    }

    private ElfSection target(ElfSection relocations) {
        return file.sections().get(relocations.info());
    }

    /** Sections and symbols share one table afterwards, which takes the place of the first. */
    private boolean isStringTable(ElfSection s) {
        return file.sections().stream().filter(t -> t.type() == ElfSection.STRTAB).findFirst().get() == s;
    }

    private ByteBuffer symbolTable() throws OperationFailedException {
        Set<Integer> used = new HashSet<>();
        for (ElfSection s : kept) if (!s.name().startsWith(".BTF")) file.relocations(s).forEach(r -> used.add(r.symbol()));
        List<ElfSymbol> stay = file.symbols().stream().filter(s -> s.index() == 0 || isKept(s, used)).toList();
        ByteBuffer table = ByteBuffer.allocate(stay.size() * SYMBOL).order(file.order());
        for (ElfSymbol s : stay) {
            symbols.put(s.index(), table.position() / SYMBOL);
            int section = s.section() >= RESERVED ? s.section() : sections.getOrDefault(s.section(), 0);
            table.putInt(s.index() == 0 ? 0 : string(s.name())).put((byte) (s.binding() << 4 | s.type())).put((byte) s.visibility()).putShort((short) section).putLong(s.value()).putLong(s.size());
        }
        return table;
    }

    private boolean isKept(ElfSymbol s, Set<Integer> used) {
        if (used.contains(s.index())) return true;
        if (s.section() > 0 && s.section() < RESERVED && !sections.containsKey(s.section())) return false;
        // The licence is found by its section; only its type, where that stays, needs the symbol.
        if (reduced.isPresent() && s.section() > 0 && s.section() < file.sections().size() && file.sections().get(s.section()).name().equals("license")) return false;
        return s.type() == ElfSymbol.FUNC || s.type() == ElfSymbol.OBJECT || s.binding() != 0;
    }

    private byte[] content(ElfSection s, ByteBuffer symbolTable) throws OperationFailedException {
        return switch (s.type()) {
            case ElfSection.SYMTAB -> symbolTable.array();
            case ElfSection.REL, ElfSection.RELA -> relocations(s);
            default -> {
                if (reduced.isPresent() && s.name().equals(".BTF")) yield reduced.get().btf();
                if (reduced.isPresent() && s.name().equals(".BTF.ext")) yield reduced.get().ext();
                byte[] bytes = new byte[s.data().limit()];
                s.content().get(0, bytes);
                yield bytes;
            }
        };
    }

    private byte[] relocations(ElfSection s) throws OperationFailedException {
        ByteBuffer in = s.content();
        ByteBuffer out = ByteBuffer.allocate(in.limit()).order(in.order());
        out.put(0, in, 0, in.limit());
        int size = s.type() == ElfSection.REL ? 16 : 24;
        for (int at = 0; at + size <= in.limit(); at += size) {
            long info = in.getLong(at + 8);
            Integer symbol = symbols.get((int) (info >>> 32));
            if (symbol == null) throw Malformed.at("section " + s.name(), "a relocation refers to no symbol " + (info >>> 32));
            out.putLong(at + 8, (long) symbol << 32 | info & 0xffffffffL);
        }
        return out.array();
    }

    private int string(String text) {
        if (text.isEmpty()) return 0;
        Integer known = stringOffsets.get(text);
        if (known != null) return known;
        int at = strings.size();
        strings.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        strings.write(0);
        stringOffsets.put(text, at);
        // The names of relocations end in that of the section that they apply to.
        if (text.startsWith(".rel")) stringOffsets.putIfAbsent(text.substring(4), at + 4);
        return at;
    }

    private byte[] write(ByteBuffer original, List<byte[]> contents, int[] names) {
        long[] offsets = new long[kept.size()];
        long at = HEADER;
        for (int i = 1; i < kept.size(); i++) {
            ElfSection s = kept.get(i);
            if (s.type() == ElfSection.STRTAB) contents.set(i, strings.toByteArray());
            long alignment = Math.max(1, Math.min(4096, s.alignment()));
            at = (at + alignment - 1) / alignment * alignment;
            offsets[i] = at;
            at += contents.get(i).length;
        }
        long table = (at + 7) / 8 * 8;
        ByteBuffer out = ByteBuffer.allocate((int) table + kept.size() * 64).order(file.order());
        out.put(0, original, 0, HEADER);
        out.putLong(40, table).putShort(60, (short) kept.size());
        for (int i = 1; i < kept.size(); i++) {
            ElfSection s = kept.get(i);
            if (s.type() == ElfSection.STRTAB) out.putShort(62, (short) i);
            out.put((int) offsets[i], contents.get(i));
            int header = (int) table + i * 64;
            boolean relocations = s.type() == ElfSection.REL || s.type() == ElfSection.RELA;
            long size = s.type() == ElfSection.NOBITS ? s.size() : contents.get(i).length;
            int info = relocations ? sections.get(s.info()) : s.type() == ElfSection.SYMTAB ? firstGlobal() : s.info();
            out.putInt(header, names[i]).putInt(header + 4, s.type()).putLong(header + 8, s.flags()).putLong(header + 16, s.address());
            out.putLong(header + 24, offsets[i]).putLong(header + 32, size).putInt(header + 40, link(s, relocations)).putInt(header + 44, info);
            out.putLong(header + 48, s.alignment()).putLong(header + 56, s.entrySize());
        }
        return out.array();
    }

    private int link(ElfSection s, boolean relocations) {
        if (relocations) return index(ElfSection.SYMTAB);
        return s.type() == ElfSection.SYMTAB ? index(ElfSection.STRTAB) : 0;
    }

    private int index(int type) {
        for (int i = 0; i < kept.size(); i++) if (kept.get(i).type() == type) return i;
        return 0;
    }

    /** Local symbols come first, and their order is kept. */
    private int firstGlobal() {
        int locals = 0;
        try {
            for (ElfSymbol s : file.symbols()) if (s.binding() == 0 && symbols.containsKey(s.index())) locals++;
        } catch (OperationFailedException e) {
            throw new IllegalStateException("the symbols were read before", e);
        }
        return locals;
    }
}

package org.eunomia.elf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eunomia.core.OperationFailedException;

/** An ELF-64 file in memory, of either byte order. Immutable; every offset in it is checked once, when it is parsed or first followed. */
public final class ElfFile {
    /** {@code e_machine} of BPF objects. */
    public static final int MACHINE_BPF = 247;
    private static final int HEADER_SIZE = 64;
    private static final int SECTION_HEADER_SIZE = 64;
    private static final int SEGMENT_HEADER_SIZE = 56;
    private static final int SYMBOL_SIZE = 24;

    /** A loadable segment: {@code size} bytes of the file from {@code offset} are mapped at {@code address}. */
    public record Segment(long offset, long address, long size, boolean executable) { }

    private final ByteBuffer file;
    private final int machine;
    private final List<ElfSection> sections;

    private ElfFile(ByteBuffer file, int machine, List<ElfSection> sections) {
        this.file = file;
        this.machine = machine;
        this.sections = List.copyOf(sections);
    }

    public static ElfFile parse(byte[] bytes) throws OperationFailedException {
        return parse(ByteBuffer.wrap(bytes));
    }

    /** @param bytes from position to limit; may be a mapped file. Not to be changed as long as the result is used */
    public static ElfFile parse(ByteBuffer bytes) throws OperationFailedException {
        ByteBuffer file = bytes.slice();
        if (file.limit() < 16 || file.getInt(0) != 0x7f454c46) {
            throw Malformed.unsuitable("this is not an ELF file", "an object comes from clang -target bpf -g -c");
        }
        if (file.get(4) != 2) throw Malformed.unsuitable("this is a 32-bit ELF file", "BPF objects are 64-bit: compile with clang -target bpf");
        switch (file.get(5)) {
            case 1 -> file.order(ByteOrder.LITTLE_ENDIAN);
            case 2 -> file.order(ByteOrder.BIG_ENDIAN);
            default -> throw Malformed.at("ELF header", "unknown byte order " + file.get(5));
        }
        if (file.limit() < HEADER_SIZE) throw Malformed.at("ELF header", "cut off after " + file.limit() + " bytes");
        return new ElfFile(file, file.getShort(18) & 0xffff, readSections(file));
    }

    private static List<ElfSection> readSections(ByteBuffer file) throws OperationFailedException {
        long table = file.getLong(40);
        int entrySize = file.getShort(58) & 0xffff;
        int count = file.getShort(60) & 0xffff;
        int names = file.getShort(62) & 0xffff;
        if (table == 0 || count == 0) return List.of();
        if (entrySize < SECTION_HEADER_SIZE) throw Malformed.at("ELF header", "section headers of " + entrySize + " bytes");
        if (table < 0 || table > file.limit() - (long) count * entrySize) throw Malformed.at("ELF header", "the section table lies beyond the end of the file");
        List<ElfSection> unnamed = new ArrayList<>(count);
        for (int i = 0; i < count; i++) unnamed.add(readSection(file, (int) table + i * entrySize, i));
        if (names >= count) throw Malformed.at("ELF header", "no section " + names + " for section names");
        ByteBuffer strings = unnamed.get(names).data();
        List<ElfSection> sections = new ArrayList<>(count);
        for (ElfSection s : unnamed) {
            String name = string(strings, file.getInt((int) table + s.index() * entrySize), "name of section " + s.index());
            sections.add(new ElfSection(s.index(), name, s.type(), s.flags(), s.address(), s.offset(), s.size(), s.link(), s.info(), s.alignment(),
                    s.entrySize(), s.data()));
        }
        return sections;
    }

    private static ElfSection readSection(ByteBuffer file, int at, int index) throws OperationFailedException {
        int type = file.getInt(at + 4);
        long offset = file.getLong(at + 24);
        long size = file.getLong(at + 32);
        ByteBuffer data;
        if (type == ElfSection.NOBITS || type == 0) {
            data = ByteBuffer.allocate(0).order(file.order());
        } else {
            if (offset < 0 || size < 0 || offset > file.limit() || size > file.limit() - offset) {
                throw Malformed.at("section " + index, "it lies beyond the end of the file");
            }
            data = file.slice((int) offset, (int) size).order(file.order());
        }
        return new ElfSection(index, "", type, file.getLong(at + 8), file.getLong(at + 16), offset, size, file.getInt(at + 40), file.getInt(at + 44),
                file.getLong(at + 48), file.getLong(at + 56), data);
    }

    public ByteOrder order() {
        return file.order();
    }

    /** {@code e_machine}. */
    public int machine() {
        return machine;
    }

    /** All sections in the order of their indices, the null section first. */
    public List<ElfSection> sections() {
        return sections;
    }

    /** The first section of that name. */
    public Optional<ElfSection> section(String name) {
        for (ElfSection s : sections) if (s.name().equals(name)) return Optional.of(s);
        return Optional.empty();
    }

    /** The loadable segments of an executable or library. */
    public List<Segment> segments() throws OperationFailedException {
        long table = file.getLong(32);
        int entrySize = file.getShort(54) & 0xffff;
        int count = file.getShort(56) & 0xffff;
        List<Segment> segments = new ArrayList<>();
        if (count == 0) return segments;
        if (entrySize < SEGMENT_HEADER_SIZE || table < 0 || table > file.limit() - (long) count * entrySize) {
            throw Malformed.at("ELF header", "the program headers lie beyond the end of the file");
        }
        for (int i = 0; i < count; i++) {
            int at = (int) table + i * entrySize;
            if (file.getInt(at) != 1) continue;
            segments.add(new Segment(file.getLong(at + 8), file.getLong(at + 16), file.getLong(at + 32), (file.getInt(at + 4) & 1) != 0));
        }
        return segments;
    }

    /** The symbols of the symbol table, empty when there is none. */
    public List<ElfSymbol> symbols() throws OperationFailedException {
        return symbols(ElfSection.SYMTAB);
    }

    /** @param tableType {@link ElfSection#SYMTAB} or {@link ElfSection#DYNSYM} */
    public List<ElfSymbol> symbols(int tableType) throws OperationFailedException {
        for (ElfSection s : sections) if (s.type() == tableType) return readSymbols(s);
        return List.of();
    }

    private List<ElfSymbol> readSymbols(ElfSection table) throws OperationFailedException {
        ByteBuffer in = table.data();
        ByteBuffer names = linked(table).data();
        int count = in.limit() / SYMBOL_SIZE;
        List<ElfSymbol> symbols = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int at = i * SYMBOL_SIZE;
            int info = in.get(at + 4) & 0xff;
            symbols.add(new ElfSymbol(i, string(names, in.getInt(at), "name of symbol " + i), info & 15, info >> 4, in.get(at + 5) & 3, in.getShort(at + 6) & 0xffff,
                    in.getLong(at + 8), in.getLong(at + 16)));
        }
        return symbols;
    }

    private ElfSection linked(ElfSection section) throws OperationFailedException {
        if (section.link() <= 0 || section.link() >= sections.size()) throw Malformed.at("section " + section.name(), "it refers to no section " + section.link());
        return sections.get(section.link());
    }

    /** The relocations that apply to {@code target}, in the order of the file. */
    public List<ElfRelocation> relocations(ElfSection target) {
        List<ElfRelocation> relocations = new ArrayList<>();
        for (ElfSection s : sections) {
            if ((s.type() != ElfSection.REL && s.type() != ElfSection.RELA) || s.info() != target.index()) continue;
            int entry = s.type() == ElfSection.REL ? 16 : 24;
            ByteBuffer in = s.data();
            for (int at = 0; at + entry <= in.limit(); at += entry) {
                long info = in.getLong(at + 8);
                relocations.add(new ElfRelocation(in.getLong(at), (int) info, (int) (info >>> 32), entry == 24 ? in.getLong(at + 16) : 0));
            }
        }
        return relocations;
    }

    /** The NUL-terminated string at {@code offset}. */
    static String string(ByteBuffer strings, int offset, String what) throws OperationFailedException {
        if (offset == 0 && strings.limit() == 0) return "";
        if (offset < 0 || offset >= strings.limit()) throw Malformed.at(what, "string offset " + Integer.toUnsignedString(offset) + " lies outside its table");
        int end = offset;
        while (end < strings.limit() && strings.get(end) != 0) end++;
        if (end == strings.limit()) throw Malformed.at(what, "the string is not terminated");
        byte[] bytes = new byte[end - offset];
        strings.get(offset, bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}

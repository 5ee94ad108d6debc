package org.eunomia.engine.internal.symbols;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eunomia.core.OperationFailedException;
import org.eunomia.elf.ElfFile;
import org.eunomia.elf.ElfSection;
import org.eunomia.elf.ElfSymbol;

/** The functions of one executable or library. */
record ElfSymbols(SymbolTable table, List<ElfFile.Segment> segments) {
    static final ElfSymbols NONE = new ElfSymbols(SymbolTable.EMPTY, List.of());
    private static final long PAGE = 4096;
    private static final int GNU_IFUNC = 10;
    private static final int GLOBAL = 1;

    /** {@link #NONE} for a file that cannot be read or is none of ours. */
    static ElfSymbols of(Path file) {
        try (FileChannel channel = FileChannel.open(file)) {
            if (channel.size() > Integer.MAX_VALUE) return NONE;
            return of(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
        } catch (IOException | OperationFailedException | InternalError e) {
            return NONE; // the last: the file was cut off while it was being read
        }
    }

    static ElfSymbols of(ByteBuffer file) throws OperationFailedException {
        ElfFile elf = ElfFile.parse(file);
        SymbolTable table = table(elf.symbols(ElfSection.SYMTAB));
        if (table.isEmpty()) table = table(elf.symbols(ElfSection.DYNSYM));
        return new ElfSymbols(table, elf.segments());
    }

    private static SymbolTable table(List<ElfSymbol> symbols) {
        SymbolTable.Builder builder = new SymbolTable.Builder();
        for (ElfSymbol s : symbols) {
            boolean code = s.type() == ElfSymbol.FUNC || s.type() == GNU_IFUNC;
            if (code && s.section() != 0 && !s.name().isEmpty()) builder.add(s.value(), s.size(), rank(s), s.name());
        }
        return builder.build();
    }

    private static int rank(ElfSymbol s) {
        return (s.name().startsWith("_") ? 0 : 2) + (s.binding() == GLOBAL ? 1 : 0);
    }

    /** @param fileOffset of the code in the file */
    Optional<Found> find(long fileOffset) {
        for (ElfFile.Segment s : segments) {
            // Whole pages are mapped, so that code may lie before the segment's own first byte.
            long from = s.offset() & -PAGE;
            if (!s.executable() || fileOffset < from || fileOffset >= s.offset() + s.size()) continue;
            return found(fileOffset - s.offset() + s.address());
        }
        return Optional.empty();
    }

    private Optional<Found> found(long address) {
        return table.find(address, Long.MAX_VALUE).map(s -> new Found(s.name(), address - s.start()));
    }

    record Found(String name, long offset) { }
}

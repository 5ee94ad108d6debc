package org.eunomia.kernel.libbpf.internal.attach;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Names of the functions in a program or library (ELF-64), for telling the user what there is. */
final class ElfSymbols {
    private static final int SECTION_HEADERS = 40;
    private static final int SECTION_HEADER_SIZE = 58;
    private static final int SHT_SYMTAB = 2;
    private static final int SHT_DYNSYM = 11;
    private static final int SYMBOL_BYTES = 24;
    private static final int STT_FUNC = 2;
    private static final int MOST = 200_000;

    private ElfSymbols() { }

    /** Empty when the file is not of that kind or damaged. */
    static List<String> functions(Path file) {
        List<String> names = new ArrayList<>();
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer elf = channel.map(FileChannel.MapMode.READ_ONLY, 0, Math.min(channel.size(), Integer.MAX_VALUE)).order(ByteOrder.nativeOrder());
            int headers = Math.toIntExact(elf.getLong(SECTION_HEADERS));
            int size = elf.getShort(SECTION_HEADER_SIZE);
            int count = Short.toUnsignedInt(elf.getShort(SECTION_HEADER_SIZE + 2));
            for (int i = 0; i < count; i++) {
                int header = headers + i * size;
                int type = elf.getInt(header + 4);
                if (type == SHT_SYMTAB || type == SHT_DYNSYM) collect(elf, header, headers + elf.getInt(header + 40) * size, names);
            }
            return names;
        } catch (IOException | RuntimeException e) {
            // Damage shows as an index or a number out of range. What was found until then may still help.
            return names;
        }
    }

    private static void collect(ByteBuffer elf, int table, int stringTable, List<String> names) {
        int start = Math.toIntExact(elf.getLong(table + 24));
        int end = Math.toIntExact(start + elf.getLong(table + 32));
        int strings = Math.toIntExact(elf.getLong(stringTable + 24));
        for (int at = start; at + SYMBOL_BYTES <= end && names.size() < MOST; at += SYMBOL_BYTES) {
            boolean defined = elf.getShort(at + 6) != 0;
            if (defined && (elf.get(at + 4) & 0xf) == STT_FUNC) names.add(text(elf, strings + elf.getInt(at)));
        }
    }

    private static String text(ByteBuffer elf, int start) {
        int end = start;
        while (elf.get(end) != 0) end++;
        byte[] name = new byte[end - start];
        elf.get(start, name);
        return new String(name, StandardCharsets.UTF_8);
    }
}

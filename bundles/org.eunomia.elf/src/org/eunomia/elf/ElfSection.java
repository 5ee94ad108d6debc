package org.eunomia.elf;

import java.nio.ByteBuffer;

/**
 * A section of an ELF file.
 *
 * @param type   {@code SHT_…}
 * @param flags  {@code SHF_…}
 * @param offset bytes from the start of the file
 * @param size   bytes, also for sections without content in the file
 * @param data   the content, in the file's byte order, position 0; empty for {@code SHT_NOBITS}. Take a {@link #content()} to read from it
 */
public record ElfSection(int index, String name, int type, long flags, long address, long offset, long size, int link, int info, long alignment,
        long entrySize, ByteBuffer data) {
    public static final int PROGBITS = 1;
    public static final int SYMTAB = 2;
    public static final int STRTAB = 3;
    public static final int RELA = 4;
    public static final int NOBITS = 8;
    public static final int REL = 9;
    public static final int DYNSYM = 11;
    public static final long EXECUTABLE = 4;

    /** A view of the content of its own, in the file's byte order. */
    public ByteBuffer content() {
        return data.duplicate().order(data.order());
    }

    public boolean isExecutable() {
        return type == PROGBITS && (flags & EXECUTABLE) != 0;
    }
}

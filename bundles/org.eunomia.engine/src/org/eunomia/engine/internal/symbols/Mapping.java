package org.eunomia.engine.internal.symbols;

import java.util.Optional;

/**
 * A range of a process's addresses that code may run in, one line of {@code /proc/PID/maps} (proc(5)).
 *
 * @param offset of the range in the file
 * @param inode  0 without a file
 * @param path   as the process sees it; {@code [vdso]} and the like; empty for plain memory
 */
record Mapping(long start, long end, long offset, long inode, String path) {
    static final String VDSO = "[vdso]";
    private static final String DELETED = " (deleted)";

    /** Empty for a line that is not about code. */
    static Optional<Mapping> parse(String line) {
        String[] part = line.split(" +", 6);
        if (part.length < 5 || part[1].length() < 3 || part[1].charAt(2) != 'x') return Optional.empty();
        int dash = part[0].indexOf('-');
        try {
            return Optional.of(new Mapping(Long.parseUnsignedLong(part[0], 0, dash, 16), Long.parseUnsignedLong(part[0], dash + 1, part[0].length(), 16),
                    Long.parseUnsignedLong(part[2], 16), Long.parseLong(part[4]), part.length < 6 ? "" : part[5]));
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    boolean contains(long address) {
        return Long.compareUnsigned(address, start) >= 0 && Long.compareUnsigned(address, end) < 0;
    }

    boolean isFile() {
        return inode != 0 && path.startsWith("/");
    }

    boolean isDeleted() {
        return path.endsWith(DELETED);
    }

    /** What to call it. */
    String module() {
        return isDeleted() ? path.substring(0, path.length() - DELETED.length()) : path;
    }
}

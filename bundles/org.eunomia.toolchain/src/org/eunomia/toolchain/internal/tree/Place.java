package org.eunomia.toolchain.internal.tree;

/**
 * Where something stands in the source; for what a macro made, where the macro was used.
 *
 * @param file   as clang names it
 * @param offset bytes from the start of the file
 * @param line   1-based, 0 when unknown
 * @param column 1-based, in bytes
 * @param length bytes of the token that begins here
 */
public record Place(String file, int offset, int line, int column, int length) {
    public static final Place NONE = new Place("", 0, 0, 0, 0);

    @Override
    public String toString() {
        return file + ":" + line;
    }
}

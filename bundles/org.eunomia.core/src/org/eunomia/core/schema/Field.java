package org.eunomia.core.schema;

/**
 * A member of a struct or union.
 *
 * @param name      empty for an anonymous struct or union, whose members count as members of the struct around it
 * @param offset    bytes from the start of the struct; for a bit-field that of the byte in which its lowest-addressed bit lies
 * @param bitOffset for a bit-field, bits from {@code offset} to the field's first bit (0 to 7): counted from the least significant bit on
 *                  little-endian, from the most significant on big-endian hosts; otherwise 0
 * @param bitSize   width of a bit-field, 0 for an ordinary member
 * @param comment   the comment that stands at the field in the source, without markers; empty when there is none
 * @param format    how to show the value ({@code ipv4}, {@code port}, {@code hex} …); empty to go by name and type
 */
public record Field(String name, Type type, int offset, int bitOffset, int bitSize, String comment, String format) {
    public static Field of(String name, Type type, int offset) {
        return new Field(name, type, offset, 0, 0, "", "");
    }

    public boolean isBitField() {
        return bitSize > 0;
    }
}

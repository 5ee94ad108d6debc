package org.eunomia.ide.events.internal.model;

/** Values as numbers in the order of the values. */
final class SortKeys {
    /** Of a row without a value. */
    static final long NONE = Long.MIN_VALUE;

    private SortKeys() { }

    /** The first 8 bytes up to a NUL. */
    static long ofText(byte[] bytes, int from, int limit) {
        long key = 0;
        boolean ended = false;
        for (int i = 0; i < 8; i++) {
            int at = from + i;
            ended |= at >= limit || at >= bytes.length || bytes[at] == 0;
            key = key << 8 | (ended ? 0 : bytes[at] & 0xff);
        }
        return key ^ Long.MIN_VALUE;
    }

    static long ofUnsigned(long value) {
        return value ^ Long.MIN_VALUE;
    }

    static long ofReal(double value) {
        long bits = Double.doubleToLongBits(value);
        return bits ^ bits >> 63 & Long.MAX_VALUE;
    }
}

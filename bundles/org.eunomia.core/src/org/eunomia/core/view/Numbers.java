package org.eunomia.core.view;

/** Integers as people read them. */
final class Numbers {
    private static final String[] UNITS = { "ns", "us", "ms", "s" };

    private Numbers() { }

    static void text(long value, boolean signed, int size, ValueFormat format, TextBuffer out) {
        switch (format) {
            case HEX -> out.put("0x").hex(size == 8 ? value : value & (1L << 8 * size) - 1);
            case KTIME -> seconds(value, out);
            case DURATION_NS -> duration(value, 0, out);
            case DURATION_US -> duration(value, 1, out);
            case DURATION_MS -> duration(value, 2, out);
            case ERRNO -> errno(value, out);
            case SIGNAL -> signal(value, out);
            case KSTACK_ID, USTACK_ID -> {
                if ((int) value < 0) errno((int) value, out);
                else out.put("0x").hex(value);
            }
            default -> {
                if (signed) out.number(value);
                else out.unsigned(value);
            }
        }
    }

    private static void seconds(long nanos, TextBuffer out) {
        out.unsigned(Long.divideUnsigned(nanos, 1_000_000_000L)).put('.').padded(Long.remainderUnsigned(nanos, 1_000_000_000L) / 1000, 6);
    }

    /** Three decimals of the largest unit that leaves a whole part: {@code 17ns}, {@code 1.234ms}, {@code 75.000s}. */
    private static void duration(long value, int unit, TextBuffer out) {
        long magnitude = Math.abs(value);
        if (magnitude < 0) {
            out.unsigned(value).put(UNITS[unit]);
            return;
        }
        if (value < 0) out.put('-');
        long rest = 0;
        while (magnitude >= 1000 && unit < 3) {
            rest = magnitude % 1000;
            magnitude /= 1000;
            unit++;
            if (magnitude < 1000 || unit == 3) {
                out.number(magnitude).put('.').padded(rest, 3).put(UNITS[unit]);
                return;
            }
        }
        out.number(magnitude).put(UNITS[unit]);
    }

    private static void errno(long value, TextBuffer out) {
        String name = value < 0 && value > -4096 ? ErrorNames.errno((int) -value) : "";
        if (name.isEmpty()) out.number(value);
        else out.put('-').put(name);
    }

    private static void signal(long value, TextBuffer out) {
        String name = value > 0 && value < 32 ? ErrorNames.signal((int) value) : "";
        if (name.isEmpty()) out.number(value);
        else out.put(name);
    }
}

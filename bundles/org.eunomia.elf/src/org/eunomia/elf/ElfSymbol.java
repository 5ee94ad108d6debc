package org.eunomia.elf;

/**
 * A symbol.
 *
 * @param visibility {@code STV_…}: libbpf takes a weak function that is hidden for a static one, which the verifier checks with its callers
 * @param section    index of the section it lies in, 0 when undefined; special indices (0xff00 and up) as they are
 */
public record ElfSymbol(int index, String name, int type, int binding, int visibility, int section, long value, long size) {
    public static final int NOTYPE = 0;
    public static final int OBJECT = 1;
    public static final int FUNC = 2;
    public static final int SECTION = 3;

    public boolean isFunction() {
        return type == FUNC;
    }
}

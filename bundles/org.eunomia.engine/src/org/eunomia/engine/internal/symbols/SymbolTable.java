package org.eunomia.engine.internal.symbols;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Functions by address, in a few arrays: a kernel has some hundred thousand of them. Immutable. */
final class SymbolTable {
    static final SymbolTable EMPTY = new Builder().build();

    /**
     * @param start  address of its first byte
     * @param module index that the symbol was added with
     */
    record Symbol(String name, long start, int module) { }

    private final long[] starts;
    private final int[] sizes;
    private final short[] modules;
    private final int[] names;
    private final byte[] text;

    private SymbolTable(long[] starts, int[] sizes, short[] modules, int[] names, byte[] text) {
        this.starts = starts;
        this.sizes = sizes;
        this.modules = modules;
        this.names = names;
        this.text = text;
    }

    boolean isEmpty() {
        return starts.length == 0;
    }

    /** The function that {@code address} lies in; one without a size goes as far as the next, but no further than {@code longest} bytes. */
    Optional<Symbol> find(long address, long longest) {
        // Kernel addresses are negative as longs; all of a table lies in one half, where signed and unsigned order agree.
        int found = Arrays.binarySearch(starts, address);
        int i = found >= 0 ? found : -found - 2;
        if (i < 0 || address - starts[i] >= (sizes[i] > 0 ? sizes[i] : longest)) return Optional.empty();
        int end = names[i];
        while (text[end] != 0) end++;
        return Optional.of(new Symbol(new String(text, names[i], end - names[i], StandardCharsets.UTF_8), starts[i], modules[i]));
    }

    /** Collects functions in any order. Of several at one address that of the highest rank stays, then the shortest name. */
    static final class Builder {
        private long[] starts = new long[256];
        private long[] facts = new long[256];
        private int[] names = new int[256];
        private byte[] text = new byte[8192];
        private int count;
        private int used;

        /** @param size bytes, 0 when unknown; @param module at most 32767; @param rank at most 127 */
        void add(long start, long size, int module, int rank, byte[] name, int from, int to) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
                facts = Arrays.copyOf(facts, count * 2);
                names = Arrays.copyOf(names, count * 2);
            }
            int length = to - from;
            if (used + length + 1 > text.length) text = Arrays.copyOf(text, Math.max(text.length * 2, used + length + 1));
            System.arraycopy(name, from, text, used, length);
            starts[count] = start;
            facts[count] = (long) rank << 48 | (long) module << 32 | Math.clamp(size, 0, Integer.MAX_VALUE);
            names[count++] = used;
            used += length;
            text[used++] = 0;
        }

        void add(long start, long size, int rank, String name) {
            byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
            add(start, size, 0, rank, bytes, 0, bytes.length);
        }

        SymbolTable build() {
            List<Integer> order = IntStream.range(0, count).boxed().sorted(Comparator.<Integer>comparingLong(i -> starts[i])
                    .thenComparing(i -> -(facts[i] >>> 48)).thenComparing(this::length)).toList();
            long[] s = new long[count];
            int[] sizes = new int[count];
            short[] modules = new short[count];
            int[] n = new int[count];
            int kept = 0;
            for (int i : order) {
                if (kept > 0 && s[kept - 1] == starts[i]) continue;
                s[kept] = starts[i];
                sizes[kept] = (int) facts[i];
                modules[kept] = (short) (facts[i] >>> 32);
                n[kept++] = names[i];
            }
            return new SymbolTable(Arrays.copyOf(s, kept), Arrays.copyOf(sizes, kept), Arrays.copyOf(modules, kept), Arrays.copyOf(n, kept), Arrays.copyOf(text, used));
        }

        private int length(int i) {
            int end = names[i];
            while (text[end] != 0) end++;
            return end - names[i];
        }
    }
}

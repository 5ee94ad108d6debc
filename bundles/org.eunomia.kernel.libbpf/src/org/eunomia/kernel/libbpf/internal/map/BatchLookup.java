package org.eunomia.kernel.libbpf.internal.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eunomia.core.MapEntry;
import org.eunomia.kernel.libbpf.internal.shim.Libc;
import org.eunomia.kernel.libbpf.internal.shim.Shim;

/** Reads a map by {@code BPF_MAP_LOOKUP_BATCH} (Linux 5.6). */
final class BatchLookup {
    /** Bytes of keys and values that one call brings at most, unless a single hash bucket has more. */
    private static final int MOST_BYTES = 1 << 20;
    private static final int LARGEST_COUNT = 1 << 20;

    private final int fd;
    private final int keyBytes;
    private final int valueBytes;
    private int count;

    BatchLookup(int fd, int keyBytes, int valueBytes, int maxEntries) {
        this.fd = fd;
        this.keyBytes = keyBytes;
        this.valueBytes = valueBytes;
        this.count = Math.clamp(Integer.toUnsignedLong(maxEntries), 1, Math.max(16, MOST_BYTES / (keyBytes + valueBytes)));
    }

    /** Empty when the map has no batch calls or they fail in a way that key by key may not. */
    Optional<List<MapEntry>> entries() {
        List<MapEntry> entries = new ArrayList<>();
        // The position is a bucket number for hashes and a key for arrays.
        byte[] from = null;
        byte[] next = new byte[Math.max(keyBytes, Integer.BYTES)];
        while (true) {
            byte[] keys = new byte[count * keyBytes];
            byte[] values = new byte[count * valueBytes];
            int[] got = {count};
            int error = Shim.bpf_map_lookup_batch(fd, from, next, keys, values, got, null);
            if (error == -Libc.ENOSPC && count < LARGEST_COUNT) {
                count *= 2; // smaller than the bucket
                continue;
            }
            if (error != 0 && error != -Libc.ENOENT) return Optional.empty();
            for (int i = 0; i < got[0]; i++) {
                entries.add(new MapEntry(Arrays.copyOfRange(keys, i * keyBytes, (i + 1) * keyBytes),
                        Arrays.copyOfRange(values, i * valueBytes, (i + 1) * valueBytes)));
            }
            if (error == -Libc.ENOENT) return Optional.of(entries);
            from = next.clone();
        }
    }
}

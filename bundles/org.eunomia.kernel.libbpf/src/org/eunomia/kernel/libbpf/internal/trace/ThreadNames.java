package org.eunomia.kernel.libbpf.internal.trace;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Names of threads: from {@code /proc} while they live, else from what the kernel told when they took their name. */
final class ThreadNames {
    private static final int MOST = 4096;

    private final Map<Integer, String> told = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, String> eldest) {
            return size() > MOST;
        }
    };

    /** {@code u32 pid, tid; char comm[];} */
    void renamed(ByteBuffer record) {
        if (record.remaining() < 8) return;
        record.getInt();
        int tid = record.getInt();
        byte[] name = new byte[record.remaining()];
        record.get(name);
        int end = 0;
        while (end < name.length && name[end] != 0) end++;
        told.put(tid, new String(name, 0, end, StandardCharsets.UTF_8));
    }

    /** Empty when nobody knows. */
    String of(int tid) {
        try {
            return Files.readString(Path.of("/proc/" + tid + "/comm")).stripTrailing();
        } catch (IOException e) {
            return told.getOrDefault(tid, "");
        }
    }
}

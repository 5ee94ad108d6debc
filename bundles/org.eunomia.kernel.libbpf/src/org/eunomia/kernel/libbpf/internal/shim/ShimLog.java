package org.eunomia.kernel.libbpf.internal.shim;

import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Collects what libbpf prints during the operations that it is given to, and the kernel's own log of a program that did not load. */
public final class ShimLog implements AutoCloseable {
    /** libbpf's print levels. */
    public enum Level { WARN, INFO, DEBUG }

    private static final int MOST_BYTES = 16 << 20;
    private static final String PREFIX = "libbpf: ";
    private final Pointer log;

    /** @param verifierBytes room for the kernel's log; memory that the kernel does not write to costs nothing */
    public ShimLog(Level level, long verifierBytes) {
        log = Shim.eunomia_log_new(level.ordinal(), verifierBytes);
        if (log == null) throw new OutOfMemoryError("log of " + verifierBytes + " bytes");
    }

    public static ShimLog warnings() {
        return new ShimLog(Level.WARN, 0);
    }

    public Pointer pointer() {
        return log;
    }

    /** One string a line, without libbpf's prefix. */
    public List<String> lines() {
        return text(Shim.eunomia_log_text(log)).lines().map(line -> line.startsWith(PREFIX) ? line.substring(PREFIX.length()) : line)
                .filter(line -> !line.isBlank()).toList();
    }

    public String verifier() {
        return text(Shim.eunomia_log_verifier(log));
    }

    private static String text(Pointer start) {
        long length = start.indexOf(0, (byte) 0);
        long cut = Math.max(0, length - MOST_BYTES);
        // What counts stands at the end; a log of several hundred megabytes would not fit into a small heap.
        return (cut == 0 ? "" : "[" + cut + " bytes left out]\n") + new String(start.getByteArray(cut, (int) (length - cut)), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        Shim.eunomia_log_free(log);
    }
}

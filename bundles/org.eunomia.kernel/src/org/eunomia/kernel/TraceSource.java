package org.eunomia.kernel;

import java.time.Duration;
import java.util.List;

/** Lines of {@code bpf_printk}. Used by one thread at a time; closing it from another ends a wait. */
public interface TraceSource extends AutoCloseable {
    /** @param uptimeNanos when it was printed, nanoseconds on the kernel's trace clock */
    record Line(String comm, int pid, int cpu, long uptimeNanos, String text) { }

    /** Waits for lines for at most {@code timeout}; empty when there were none. */
    List<Line> read(Duration timeout);

    @Override
    void close();
}

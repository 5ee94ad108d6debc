package org.eunomia.kernel;

/** Holds the kernel's statistics of programs switched on. Closing is idempotent; they stay on as long as anybody on the machine holds them. */
public interface RunStatistics extends AutoCloseable {
    @Override
    void close();
}

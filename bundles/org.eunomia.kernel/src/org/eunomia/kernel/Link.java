package org.eunomia.kernel;

/** A program on its hook. Closing detaches, is idempotent, and may wait for the kernel for about 0.1 s. */
public interface Link extends AutoCloseable {
    String program();

    @Override
    void close();
}

package org.eunomia.kernel;

import org.eunomia.core.OperationFailedException;

/** A program on its hook. Closing detaches, is idempotent, and may wait for the kernel for about 0.1 s. */
public interface Link extends AutoCloseable {
    String program();

    /** Runs an iterator program over its kernel objects once and gives what it printed; empty for every other program. Blocks meanwhile. */
    default String text() throws OperationFailedException {
        return "";
    }

    @Override
    void close();
}

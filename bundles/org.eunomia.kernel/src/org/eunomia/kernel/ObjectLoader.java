package org.eunomia.kernel;

import org.eunomia.core.OperationFailedException;

/** Brings objects into the kernel. Safe for use by several threads. */
public interface ObjectLoader {
    /**
     * Loads every program and map of {@code spec}, or nothing: on failure all that was created is closed before the exception leaves.
     * Blocks while the verifier runs, so never call it from a UI thread. The caller owns the result; closing it detaches all links.
     */
    LoadedObject load(ObjectSpec spec) throws OperationFailedException;
}

package org.eunomia.kernel.libbpf.internal.map;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;

/** Keeps a loaded object's descriptors open while somebody uses one. */
public final class Lifetime {
    /** An operation of the kernel. */
    @FunctionalInterface
    public interface Operation<T> {
        T run() throws OperationFailedException;
    }

    /** An operation on a descriptor. */
    @FunctionalInterface
    public interface Use<T> {
        T of(int fd) throws OperationFailedException;
    }

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private boolean over;

    /** @param map for the message of the failure after the end */
    <T> T during(String map, Operation<T> operation) throws OperationFailedException {
        lock.readLock().lock();
        try {
            if (over) throw new OperationFailedException(new Failure.Unavailable("map " + map, "it is no longer in the kernel", "its object is unloaded"));
            return operation.run();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Waits for operations that run; none begins afterwards. */
    public void end() {
        lock.writeLock().lock();
        over = true;
        lock.writeLock().unlock();
    }
}

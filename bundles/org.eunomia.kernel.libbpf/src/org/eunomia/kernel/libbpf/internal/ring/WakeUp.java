package org.eunomia.kernel.libbpf.internal.ring;

import com.sun.jna.LastErrorException;
import org.eunomia.kernel.libbpf.internal.shim.Libc;

/** An eventfd by which any thread ends another's poll. A signal that nobody waits for is kept for the next poll. */
public final class WakeUp implements AutoCloseable {
    private static final byte[] ONE = {1, 0, 0, 0, 0, 0, 0, 1};
    private final int fd = Libc.eventfd(0, Libc.EFD_CLOEXEC | Libc.EFD_NONBLOCK);
    private boolean closed;

    public int fd() {
        return fd;
    }

    public synchronized void signal() {
        if (!closed) Libc.write(fd, ONE, ONE.length);
    }

    public synchronized void reset() {
        if (closed) return;
        try {
            Libc.read(fd, new byte[Long.BYTES], Long.BYTES);
        } catch (LastErrorException e) {
            if (e.getErrorCode() != Libc.EAGAIN) throw e;
        }
    }

    @Override
    public synchronized void close() {
        if (closed) return;
        closed = true;
        Libc.close(fd);
    }
}

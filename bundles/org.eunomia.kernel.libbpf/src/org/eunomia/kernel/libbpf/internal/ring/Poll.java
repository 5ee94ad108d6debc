package org.eunomia.kernel.libbpf.internal.ring;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;
import java.time.Duration;
import org.eunomia.kernel.libbpf.internal.shim.Libc;

/**
 * Waits for descriptors with poll(2). It looks at each descriptor's state before it sleeps, where epoll relies on a wake-up, which the kernel
 * leaves out for a record that it commits while the reader is about to publish its position.
 */
public final class Poll implements AutoCloseable {
    private static final int POLLFD_BYTES = 8;
    private final Memory pollfds;
    private final int count;

    public Poll(int... fds) {
        count = fds.length;
        pollfds = new Memory((long) count * POLLFD_BYTES);
        for (int i = 0; i < count; i++) {
            pollfds.setInt((long) i * POLLFD_BYTES, fds[i]);
            pollfds.setInt((long) i * POLLFD_BYTES + Integer.BYTES, Libc.POLLIN);
        }
    }

    /** @return whether a descriptor is ready; false after the time or a signal */
    public boolean await(Duration timeout) {
        // Rounded up: a wait of less than a millisecond must not become a busy loop.
        long millis = Math.min((timeout.toNanos() + 999_999) / 1_000_000, Integer.MAX_VALUE);
        try {
            return Libc.poll(pollfds, count, (int) millis) > 0;
        } catch (LastErrorException e) {
            if (e.getErrorCode() == Libc.EINTR) return false;
            throw e;
        }
    }

    @Override
    public void close() {
        pollfds.close();
    }
}

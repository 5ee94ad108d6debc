package org.eunomia.kernel.libbpf.internal.attach;

import com.sun.jna.LastErrorException;
import com.sun.jna.Pointer;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.kernel.Link;
import org.eunomia.kernel.libbpf.internal.shim.Libc;
import org.eunomia.kernel.libbpf.internal.shim.Shim;

/** One or, for perf events, several {@code struct bpf_link} of one program. */
final class LibbpfLink implements Link {
    private final String program;
    private final List<Pointer> links;
    private final boolean iterator;
    private final Consumer<AutoCloseable> onClose;
    private boolean closed;

    LibbpfLink(String program, List<Pointer> links, boolean iterator, Consumer<AutoCloseable> onClose) {
        this.program = program;
        this.links = List.copyOf(links);
        this.iterator = iterator;
        this.onClose = onClose;
    }

    @Override
    public String program() {
        return program;
    }

    @Override
    public synchronized String text() throws OperationFailedException {
        if (closed || !iterator) return "";
        int fd = Shim.bpf_iter_create(Shim.bpf_link__fd(links.getFirst()));
        if (fd < 0) throw unreadable(-fd, null);
        try {
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            byte[] buffer = new byte[1 << 16];
            for (long n; (n = Libc.read(fd, buffer, buffer.length)) > 0; ) text.write(buffer, 0, (int) n);
            return text.toString(StandardCharsets.UTF_8);
        } catch (LastErrorException e) {
            throw unreadable(e.getErrorCode(), e);
        } finally {
            Libc.close(fd);
        }
    }

    private OperationFailedException unreadable(int errno, Throwable cause) {
        return new OperationFailedException(new Failure.Unavailable("cannot run iterator " + program, Libc.message(errno), ""), cause);
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closed) return;
            closed = true;
            // An error here means that the kernel had let go of the hook before us, for example with a network interface.
            for (Pointer link : links.reversed()) Shim.bpf_link__destroy(link);
        }
        onClose.accept(this);
    }
}

package org.eunomia.kernel.libbpf.internal.attach;

import com.sun.jna.LastErrorException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.kernel.Link;
import org.eunomia.kernel.libbpf.internal.shim.Libc;
import org.eunomia.kernel.libbpf.internal.shim.Shim;

/** What keeps one program on its hook: a {@code struct bpf_link}, for perf events several. */
final class LibbpfLink implements Link {
    private final String program;
    private final List<Attachment> attachments;
    private final boolean iterator;
    private final Consumer<AutoCloseable> onClose;
    private boolean closed;

    LibbpfLink(String program, List<Attachment> attachments, boolean iterator, Consumer<AutoCloseable> onClose) {
        this.program = program;
        this.attachments = List.copyOf(attachments);
        this.iterator = iterator;
        this.onClose = onClose;
    }

    @Override
    public String program() {
        return program;
    }

    @Override
    public synchronized String text() throws OperationFailedException {
        if (closed || !iterator || !(attachments.getFirst() instanceof Attachment.OfLink link)) return "";
        int fd = Shim.bpf_iter_create(Shim.bpf_link__fd(link.link()));
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

    synchronized boolean holds(String place) {
        return !closed && attachments.size() == 1 && attachments.getFirst() instanceof Attachment.OfLink held && held.place().equals(place);
    }

    /** @return a link of {@code hook}'s program in place of this one, which is spent */
    LibbpfLink handOver(Hook hook, Consumer<AutoCloseable> newOnClose) throws OperationFailedException {
        synchronized (this) {
            if (closed || !(attachments.getFirst() instanceof Attachment.OfLink held)) throw hook.failed("the hook is no longer held by program " + program, "");
            int error = Shim.bpf_link__update_program(held.link(), hook.program());
            if (error != 0) throw AttachFailures.of(hook, error, List.of());
            closed = true;
        }
        onClose.accept(this);
        return new LibbpfLink(hook.name(), attachments, false, newOnClose);
    }

    private OperationFailedException unreadable(int errno, Throwable cause) {
        return new OperationFailedException(new Failure.Unavailable("cannot run iterator " + program, Libc.message(errno), ""), cause);
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closed) return;
            closed = true;
            attachments.reversed().forEach(Attachment::detach);
        }
        onClose.accept(this);
    }
}

package org.eunomia.kernel.libbpf.internal.attach;

import com.sun.jna.Pointer;
import java.util.List;
import java.util.function.Consumer;
import org.eunomia.kernel.Link;
import org.eunomia.kernel.libbpf.internal.shim.Shim;

/** One or, for perf events, several {@code struct bpf_link} of one program. */
final class LibbpfLink implements Link {
    private final String program;
    private final List<Pointer> links;
    private final Consumer<AutoCloseable> onClose;
    private boolean closed;

    LibbpfLink(String program, List<Pointer> links, Consumer<AutoCloseable> onClose) {
        this.program = program;
        this.links = List.copyOf(links);
        this.onClose = onClose;
    }

    @Override
    public String program() {
        return program;
    }

    @Override
    public synchronized void close() {
        if (closed) return;
        closed = true;
        // An error here means that the kernel had let go of the hook before us, for example with a network interface.
        for (Pointer link : links.reversed()) Shim.bpf_link__destroy(link);
        onClose.accept(this);
    }
}

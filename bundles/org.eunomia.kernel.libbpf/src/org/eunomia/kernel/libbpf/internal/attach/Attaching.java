package org.eunomia.kernel.libbpf.internal.attach;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.kernel.Link;
import org.eunomia.kernel.libbpf.internal.shim.Libc;
import org.eunomia.kernel.libbpf.internal.shim.Shim;
import org.eunomia.kernel.libbpf.internal.shim.ShimLog;

/** Puts a loaded program on its hook. */
public final class Attaching {
    private Attaching() { }

    public static boolean isAutomatic(String section) {
        return true;
    }

    public static Link attach(Pointer program, Map<String, Object> options, Consumer<AutoCloseable> onClose) throws OperationFailedException {
        String name = Shim.bpf_program__name(program);
        String section = Shim.bpf_program__section_name(program);
        if (section.startsWith("tracepoint") || section.startsWith("tp/")) Tracefs.mount();
        PointerByReference out = new PointerByReference();
        try (ShimLog log = ShimLog.warnings()) {
            int error = Shim.eunomia_attach(log.pointer(), program, out);
            if (error != 0) {
                String reason = log.lines().isEmpty() ? Libc.message(error) : log.lines().getFirst();
                throw new OperationFailedException(new Failure.AttachFailed(name, section, reason, ""));
            }
        }
        return new LibbpfLink(name, List.of(out.getValue()), onClose);
    }
}

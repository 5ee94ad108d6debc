package org.eunomia.kernel.libbpf.internal.attach;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.kernel.libbpf.internal.shim.Shim;

/** Probes of kernel functions: {@code SEC("kprobe/FUNCTION[+OFFSET]")}, or option {@code function} with {@code offset}. */
final class Kprobe {
    private static final Path PMU = Path.of("/sys/bus/event_source/devices/kprobe");

    private Kprobe() { }

    static Attachment attach(Hook hook) throws OperationFailedException {
        checkSupported();
        Optional<String> function = hook.options().text("function", "symbol");
        if (function.isEmpty()) {
            if (hook.section().target().isEmpty()) throw hook.failed("which kernel function is not given", "set the program's option function, or write SEC(\"kprobe/FUNCTION\")");
            return hook.attach((log, out) -> Shim.eunomia_attach(log, hook.program(), out));
        }
        long offset = hook.options().number("offset").orElse(0L);
        boolean atReturn = hook.options().flag("retprobe").orElse(hook.section().kind().equals("kretprobe"));
        return hook.attach((log, out) -> Shim.eunomia_attach_kprobe(log, hook.program(), atReturn ? 1 : 0, function.get(), offset, out));
    }

    /** Without this libbpf falls back to a file of tracefs and reports that it is missing. */
    static void checkSupported() throws OperationFailedException {
        if (!Files.exists(PMU)) {
            throw new OperationFailedException(new Failure.NotSupported("attaching to kernel functions by kprobe", "",
                    "it is built without CONFIG_KPROBES: use a tracepoint, tp_btf or fentry program"));
        }
    }
}

package org.eunomia.kernel.libbpf.internal.attach;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.kernel.libbpf.internal.shim.Shim;

/**
 * Probes of functions in processes: {@code SEC("uprobe/FILE:FUNCTION[+OFFSET]")}, each part of which an option can set or replace: {@code path},
 * {@code symbol} (or {@code function}), {@code offset}, {@code pid}, {@code retprobe}.
 *
 * @param function empty when {@code offset} counts from the start of the file
 */
record Uprobe(String path, String function, long offset, int pid, boolean atReturn) {
    private static final Pattern TARGET = Pattern.compile("(.+):(?:([A-Za-z_][\\w.@$]*)(?:\\+(0x[0-9a-fA-F]+|\\d+))?|(0x[0-9a-fA-F]+|\\d+))");

    static Attachment attach(Hook hook) throws OperationFailedException {
        Uprobe probe = of(hook);
        // A name without a path is libbpf's to look for among programs and libraries.
        if (probe.path.startsWith("/") && !Files.exists(Path.of(probe.path))) throw new OperationFailedException(new Failure.NotFound("file", probe.path, List.of()));
        return hook.attach((log, out) -> Shim.eunomia_attach_uprobe(log, hook.program(), probe.atReturn ? 1 : 0, probe.pid, probe.path,
                probe.function.isEmpty() ? null : probe.function, probe.offset, out));
    }

    static Uprobe of(Hook hook) throws OperationFailedException {
        Options options = hook.options();
        Matcher target = TARGET.matcher(hook.section().target());
        boolean inSection = target.matches();
        int pid = options.number("pid", -1, Integer.MAX_VALUE).filter(p -> p > 0).orElse(-1);
        Optional<String> path = options.text("path").or(() -> inSection ? Optional.of(target.group(1)) : Optional.empty())
                .or(() -> pid > 0 ? Optional.of("/proc/" + pid + "/exe") : Optional.empty());
        String function = options.text("symbol", "function").orElse(inSection && target.group(2) != null ? target.group(2) : "");
        Optional<Long> offset = options.number("offset").or(() -> inSection ? Optional.ofNullable(target.group(3) == null ? target.group(4) : target.group(3)).map(Long::decode) : Optional.empty());
        if (path.isEmpty()) throw hook.failed("which file the function is in is not given", "set the program's options path and symbol, or write SEC(\"uprobe/FILE:FUNCTION\")");
        if (function.isEmpty() && offset.isEmpty()) throw hook.failed("which function of " + path.get() + " is not given", "set the program's option symbol or offset");
        boolean atReturn = options.flag("retprobe").orElse(hook.section().kind().equals("uretprobe"));
        return new Uprobe(path.get(), function, offset.orElse(0L), pid, atReturn);
    }
}

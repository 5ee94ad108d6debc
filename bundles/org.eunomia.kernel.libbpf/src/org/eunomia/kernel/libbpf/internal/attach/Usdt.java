package org.eunomia.kernel.libbpf.internal.attach;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eunomia.core.OperationFailedException;
import org.eunomia.kernel.libbpf.internal.shim.Shim;

/** Probes that a program's author placed: {@code SEC("usdt/FILE:PROVIDER:NAME")}, or options {@code path}, {@code provider}, {@code name} and {@code pid}. */
final class Usdt {
    private static final Pattern TARGET = Pattern.compile("(.+):([^:]+):([^:]+)");

    private Usdt() { }

    static Attachment attach(Hook hook) throws OperationFailedException {
        Matcher target = TARGET.matcher(hook.section().target());
        boolean inSection = target.matches();
        Options options = hook.options();
        int pid = options.number("pid", -1, Integer.MAX_VALUE).filter(p -> p > 0).orElse(-1);
        String path = options.text("path").orElse(inSection ? target.group(1) : pid > 0 ? "/proc/" + pid + "/exe" : "");
        String provider = options.text("provider").orElse(inSection ? target.group(2) : "");
        String name = options.text("name").orElse(inSection ? target.group(3) : "");
        if (path.isEmpty() || provider.isEmpty() || name.isEmpty()) {
            throw hook.failed("which probe is not given", "set the program's options path, provider and name, or write SEC(\"usdt/FILE:PROVIDER:NAME\")");
        }
        return hook.attach((log, out) -> Shim.eunomia_attach_usdt(log, hook.program(), pid, path, provider, name, out));
    }
}

package org.eunomia.kernel.libbpf.internal.attach;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eunomia.core.Failure;
import org.eunomia.core.Nearest;
import org.eunomia.core.OperationFailedException;
import org.eunomia.kernel.libbpf.internal.shim.Capabilities;
import org.eunomia.kernel.libbpf.internal.shim.Libc;
import org.eunomia.kernel.libbpf.internal.shim.Sysctl;

/** Turns what libbpf returned and printed while a program was attached into a failure. */
final class AttachFailures {
    private static final Pattern NO_SYMBOL = Pattern.compile("elf: (?:failed to find symbol )?'([^']+)' (?:in|is 0 in symtab for) '([^']+)'.*");
    private static final Pattern NO_FILE = Pattern.compile("(?:elf: failed to open (.+?)(?: as ELF file)?: .*|prog '[^']+': failed to resolve full path for '([^']+)': .*)");
    private static final String USDT = "usdt: ";
    private static final Set<String> USER_PROBES = Set.of("uprobe", "uretprobe", "usdt");
    private static final Pattern FUNCTION = Pattern.compile("([\\w.]+).*");

    private AttachFailures() { }

    static OperationFailedException of(Hook hook, int error, List<String> lines) {
        int errno = Math.abs(error);
        return new OperationFailedException(missing(hook, errno, lines).orElseGet(() -> refused(hook, errno, lines)));
    }

    /** The hook does not exist. */
    private static Optional<Failure> missing(Hook hook, int errno, List<String> lines) {
        for (String line : lines) {
            Matcher symbol = NO_SYMBOL.matcher(line);
            if (symbol.matches()) {
                String file = symbol.group(2);
                return Optional.of(new Failure.NotFound("function in " + file, symbol.group(1), Nearest.to(symbol.group(1), ElfSymbols.functions(Path.of(file)))));
            }
            Matcher file = NO_FILE.matcher(line);
            if (file.matches()) return Optional.of(new Failure.NotFound("file", file.group(1) == null ? file.group(2) : file.group(1), List.of()));
        }
        String target = hook.section().target();
        return switch (hook.section().kind()) {
            case "tracepoint" -> errno == Libc.ENOENT ? Optional.of(noTracepoint(target)) : Optional.empty();
            case "raw_tracepoint" -> errno == Libc.ENOENT ? Optional.of(new Failure.NotFound("raw tracepoint", target, Nearest.to(target, KernelNames.rawTracepoints()))) : Optional.empty();
            case "usdt" -> errno == Libc.ENOENT && lines.isEmpty() ? Optional.of(new Failure.NotFound("USDT probe", usdtName(hook), List.of())) : Optional.empty();
            case "kprobe", "kretprobe" -> noFunction(hook.options().text("function", "symbol").orElse(target));
            default -> Optional.empty();
        };
    }

    private static String usdtName(Hook hook) {
        String inSection = hook.section().target();
        return hook.options().text("provider").map(provider -> provider + ":" + hook.options().text("name").orElse("")).orElse(inSection);
    }

    private static Failure noTracepoint(String target) {
        return new Failure.NotFound("tracepoint", target, Nearest.to(target, KernelNames.tracepoints()));
    }

    private static Optional<Failure> noFunction(String target) {
        Matcher name = FUNCTION.matcher(target);
        List<String> functions = KernelNames.functions("");
        if (!name.matches() || functions.isEmpty() || functions.contains(name.group(1))) return Optional.empty();
        return Optional.of(new Failure.NotFound("kernel function", name.group(1), Nearest.to(name.group(1), functions)));
    }

    private static Failure refused(Hook hook, int errno, List<String> lines) {
        if ((errno == Libc.EPERM || errno == Libc.EACCES) && !(Capabilities.CAP_BPF.held() && Capabilities.CAP_PERFMON.held())) {
            return new Failure.NotPermitted("attach program " + hook.name() + " to " + hook.sectionName(), Capabilities.TO_LOAD, "run it as root, or give the process these capabilities");
        }
        String kind = hook.section().kind();
        // Newer kernels (seen on 6.18) want more than CAP_PERFMON of those who put breakpoints into programs of others.
        if ((errno == Libc.EPERM || errno == Libc.EACCES) && USER_PROBES.contains(kind) && !Capabilities.CAP_SYS_ADMIN.held()) {
            return new Failure.NotPermitted("attach program " + hook.name() + " to " + hook.sectionName(), "CAP_SYS_ADMIN",
                    "this kernel wants it for user probes, besides " + Capabilities.TO_LOAD + ": run it as root, or give the process the capability");
        }
        if (errno == Libc.EOPNOTSUPP && lines.isEmpty()) {
            return new Failure.AttachFailed(hook.name(), hook.sectionName(), "the section does not say where to attach", usage(kind));
        }
        // Of user probes libbpf knows more than the error number says.
        String reason = lines.stream().filter(line -> line.startsWith(USDT)).findFirst().map(line -> line.substring(USDT.length())).orElseGet(() -> Libc.message(errno));
        return new Failure.AttachFailed(hook.name(), hook.sectionName(), reason, hint(kind, errno));
    }

    private static String hint(String kind, int errno) {
        if (kind.startsWith("tc") && errno == Libc.ENOENT) return "before Linux 6.6 this takes the kernel modules sch_ingress and cls_bpf";
        return switch (errno) {
            case Libc.EPERM, Libc.EACCES -> "the kernel forbids it although the process has the capabilities: lockdown mode or a security module";
            case Libc.EBUSY -> kind.equals("xdp") ? "another program is attached to this interface" : "the hook is in use";
            case Libc.ESRCH -> "there is no such process";
            case Libc.EBADF -> kind.contains("cgroup") || kind.equals("sockops") ? "this is no folder of a cgroup2 file system: mount -t cgroup2 shows where one is" : "";
            case Libc.EINVAL, Libc.EADDRNOTAVAIL -> kind.startsWith("k") ? "this function cannot be probed: it is inlined, or the kernel forbids it" : "";
            case Libc.EOPNOTSUPP, Libc.ENOTSUPP -> "this kernel cannot attach programs of kind " + kind;
            default -> "";
        };
    }

    private static String usage(String kind) {
        return switch (kind) {
            case "usdt" -> "write SEC(\"usdt/FILE:PROVIDER:NAME\")";
            case "tracepoint" -> "write SEC(\"tracepoint/CATEGORY/NAME\")";
            case "raw_tracepoint" -> "write SEC(\"raw_tp/NAME\")";
            case "fentry", "fexit", "fmod_ret" -> "write SEC(\"" + kind + "/FUNCTION\")";
            default -> "programs of kind " + kind + " are attached by another program, or not at all";
        };
    }

    static OperationFailedException perfEvent(Hook hook, int errno, long sampling) {
        return hook.failed(errno, switch (errno) {
            case Libc.EINVAL -> "is " + sampling + " within /proc/sys/kernel/perf_event_max_sample_rate, which is " + Sysctl.number("kernel/perf_event_max_sample_rate").orElse(0) + "?";
            case Libc.ENODEV -> "is that CPU online?";
            case Libc.ESRCH -> "there is no such process";
            case Libc.EPERM, Libc.EACCES -> "CAP_PERFMON is needed, or a lower /proc/sys/kernel/perf_event_paranoid";
            default -> "";
        });
    }
}

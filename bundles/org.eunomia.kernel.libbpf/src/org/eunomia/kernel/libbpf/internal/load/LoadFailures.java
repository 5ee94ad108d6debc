package org.eunomia.kernel.libbpf.internal.load;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eunomia.core.Failure;
import org.eunomia.core.Nearest;
import org.eunomia.core.OperationFailedException;
import org.eunomia.kernel.ObjectSpec;
import org.eunomia.kernel.libbpf.internal.attach.KernelNames;
import org.eunomia.kernel.libbpf.internal.attach.Section;
import org.eunomia.kernel.libbpf.internal.shim.Capabilities;
import org.eunomia.kernel.libbpf.internal.shim.Libc;
import org.eunomia.kernel.libbpf.internal.verifier.Hints;
import org.eunomia.kernel.libbpf.internal.verifier.Rejection;
import org.eunomia.kernel.libbpf.internal.verifier.VerifierLog;

/** Turns what libbpf returned and printed while an object was opened or loaded into a failure. The patterns are those of libbpf 1.1 to 1.5. */
final class LoadFailures {
    private static final int ENDIAN = 4003;
    private static final Pattern REFUSED = Pattern.compile("prog '([^']+)': BPF program load failed: (.*)");
    private static final Pattern FAILED = Pattern.compile("prog '([^']+)': (?:failed to load: (-?\\d+)|failed to relocate .*|failed to perform .*)");
    private static final Pattern NO_BTF_ID = Pattern.compile("prog '([^']+)': failed to find kernel BTF type ID of '([^']+)': .*");
    private static final Pattern MAP = Pattern.compile("map '([^']+)': (failed to create: .*|failed to (?:set initial contents|freeze|determine|mmap).*)");
    private static final Pattern EXTERN = Pattern.compile("extern(?: \\((var ksym|func ksym|kcfg)\\))? '([^']+)'(?: \\(strong\\))?: (.*)");
    private static final Pattern CORE = Pattern.compile("failed to resolve CO-RE relocation <(\\w+)> \\[\\d+\\] (.+?)(?: \\(.*\\))?");
    private static final String BTF_LOG = "magic: ";
    private static final Path BTF = Path.of("/sys/kernel/btf/vmlinux");

    private LoadFailures() { }

    static OperationFailedException opening(ObjectSpec spec, int error, List<String> lines) {
        int errno = Math.abs(error);
        String said = reason(errno, lines);
        return failed(errno == ENDIAN ? new Failure.ObjectInvalid("", "it is for a machine of the other byte order", "compile with -target bpf on a machine like this one")
                : said.contains("legacy map definitions") ? new Failure.ObjectInvalid("section maps", "it declares maps in the old way, which libbpf 1.0 gave up",
                        "declare them as structs of __uint and __type in SEC(\".maps\")")
                : said.contains("BTF is required") ? new Failure.ObjectInvalid("section .BTF", "it has no usable type information", "compile with clang -g -O2 -target bpf")
                : errno == Libc.ENOENT && spec.btf() != null ? new Failure.Unavailable("BTF file " + spec.btf(), said, "")
                : new Failure.ObjectInvalid("", said, ""));
    }

    static OperationFailedException loading(OpenObject object, ObjectSpec spec, int error, List<String> lines, String verifierLog) {
        int errno = Math.abs(error);
        String log = String.join("\n", lines) + "\n";
        for (String line : lines) {
            Optional<Failure> failure = known(line, errno, object, log, verifierLog);
            if (failure.isPresent()) return failed(failure.get());
        }
        if (errno == Libc.EPERM && !mayLoad()) return failed(notPermitted("load " + spec.name()));
        if (lines.stream().anyMatch(line -> line.contains("vmlinux BTF") || line.contains("valid kernel BTF")) && !Files.exists(BTF)) {
            return failed(new Failure.Unavailable("the kernel's BTF", "there is no " + BTF, "the kernel needs CONFIG_DEBUG_INFO_BTF, or give a BTF file of it"));
        }
        return failed(new Failure.LoadFailed(spec.name(), errno, reason(errno, lines), "", log));
    }

    private static Optional<Failure> known(String line, int errno, OpenObject object, String log, String verifierLog) {
        Matcher m;
        if ((m = REFUSED.matcher(line)).matches()) return Optional.of(refused(m.group(1), object.section(m.group(1)), errno, m.group(2), log, verifierLog));
        if ((m = NO_BTF_ID.matcher(line)).matches()) return Optional.of(noTarget(Section.of(object.section(m.group(1))), m.group(2)));
        if ((m = MAP.matcher(line)).matches()) return object.map(m.group(1)).map(map -> MapFailures.of(map, errno, log));
        if ((m = EXTERN.matcher(line)).matches()) return Optional.of(extern(m.group(1), m.group(2), m.group(3), errno, log));
        if ((m = FAILED.matcher(line)).matches()) {
            return Optional.of(new Failure.LoadFailed("program " + m.group(1), errno, reason(errno, List.of(log.lines().findFirst().orElse(""))), "", log));
        }
        return Optional.empty();
    }

    /** The kernel said no to the instructions, or to the program as such when it wrote no log. */
    private static Failure refused(String program, String section, int errno, String message, String log, String verifierLog) {
        // The buffer is also that for the object's BTF, whose log it still has when the kernel did not get as far as verifying.
        if (verifierLog.isBlank() || verifierLog.startsWith(BTF_LOG)) return refusedAsSuch(program, section, errno, message, log);
        Rejection rejection = VerifierLog.parse(verifierLog);
        String hint = rejection.suggestion().isEmpty() ? Hints.of(rejection.reason(), verifierLog) : rejection.suggestion();
        Matcher core = CORE.matcher(rejection.reason());
        String reason = core.matches() ? "CO-RE relocation: this kernel has no " + core.group(2)
                : rejection.reason().isEmpty() ? message : rejection.reason();
        return new Failure.VerifierRejected(program, errno, reason, rejection.file(), rejection.line(), rejection.sourceText(), hint, verifierLog);
    }

    private static Failure refusedAsSuch(String program, String section, int errno, String message, String log) {
        String what = "program " + program + " (" + section + ")";
        return switch (errno) {
            case Libc.EPERM, Libc.EACCES -> mayLoad() ? new Failure.NotPermitted("load " + what, "",
                    "the kernel refuses programs of this kind although the process has the capabilities: lockdown mode or a security module forbids them")
                    : notPermitted("load " + what);
            case Libc.E2BIG -> new Failure.LimitExceeded(what, "the kernel's instructions for a program", "a program has at most 1,000,000 instructions, 4,096 without CAP_BPF");
            case Libc.EINVAL, Libc.EOPNOTSUPP, Libc.ENOTSUPP -> new Failure.LoadFailed(what, errno, message,
                    "this kernel may not have programs of this type", log);
            default -> new Failure.LoadFailed(what, errno, message, "", log);
        };
    }

    private static boolean mayLoad() {
        return Capabilities.CAP_BPF.held() && Capabilities.CAP_PERFMON.held();
    }

    static Failure notPermitted(String action) {
        return new Failure.NotPermitted(action, Capabilities.TO_LOAD, "run it as root, or give the process these capabilities");
    }

    private static Failure noTarget(Section section, String target) {
        if (!Files.exists(BTF)) return new Failure.Unavailable("the kernel's BTF", "there is no " + BTF, section.kind() + " programs need a kernel with CONFIG_DEBUG_INFO_BTF");
        return switch (section.kind()) {
            case "tp_btf" -> new Failure.NotFound("tracepoint", target, Nearest.to(target, KernelNames.rawTracepoints()));
            case "lsm", "lsm_cgroup" -> new Failure.NotFound("LSM hook", target, Nearest.to(target, KernelNames.functions("bpf_lsm_")));
            case "iter" -> new Failure.NotFound("iterator", target, Nearest.to(target, KernelNames.functions("bpf_iter_")));
            default -> new Failure.NotFound("kernel function", target, Nearest.to(target, KernelNames.functions("")));
        };
    }

    private static Failure extern(String kind, String name, String problem, int errno, String log) {
        String what = kind == null ? "extern" : switch (kind) {
            case "func ksym" -> "kernel function (kfunc)";
            case "var ksym" -> "kernel variable";
            default -> "kernel configuration option";
        };
        boolean missing = problem.contains("not found") || problem.contains("not resolved");
        return new Failure.LoadFailed(what + " " + name, errno, missing ? "this kernel does not have it" : problem,
                missing ? "declare it __weak and ask with bpf_ksym_exists() before using it" : "", log);
    }

    /** The first thing that libbpf complained of; what follows are consequences. */
    private static String reason(int errno, List<String> lines) {
        return lines.stream().filter(line -> !line.isBlank() && !line.contains("Retrying without BTF")).findFirst()
                .map(line -> line.replaceFirst("^elf: ", "")).orElseGet(() -> Libc.message(errno));
    }

    private static OperationFailedException failed(Failure failure) {
        return new OperationFailedException(failure);
    }
}

package org.eunomia.engine.internal.host;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eunomia.core.HostExamination;
import org.eunomia.kernel.FeatureProbe;

/** Whether this kernel loads programs for this process, and which. */
public final class KernelExamination implements HostExamination {
    private static final Pattern VERSION = Pattern.compile("(\\d{1,4})\\.(\\d{1,4}).*", Pattern.DOTALL);

    private final Optional<FeatureProbe> probe;
    private final HostFiles files;

    /** This host, with the first feature probe of the class path. */
    public KernelExamination() {
        this(ServiceLoader.load(FeatureProbe.class, KernelExamination.class.getClassLoader()).findFirst(), Path.of("/"));
    }

    KernelExamination(Optional<FeatureProbe> probe, Path root) {
        this.probe = probe;
        this.files = new HostFiles(root);
    }

    @Override
    public List<Finding> examine() {
        if (probe.isEmpty()) return List.of(new Finding("installation", State.BLOCKED, "nothing here can load BPF objects", "install the whole of eunomia"));
        Privileges privileges = new Privileges(files);
        int[] version = version(probe.get().release());
        List<Finding> findings = new ArrayList<>(List.of(kernel(version), loading(privileges), capabilities(privileges)));
        findings.addAll(new Settings(files, privileges).examine(version));
        findings.addAll(Hooks.examine(probe.get(), files));
        return findings;
    }

    private static int[] version(String release) {
        Matcher m = VERSION.matcher(release);
        return m.matches() ? new int[] {Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2))} : new int[] {0, 0};
    }

    private Finding kernel(int[] version) {
        String release = probe.orElseThrow().release();
        if (version[0] == 0) return new Finding("kernel", State.UNKNOWN, "its version cannot be read", "mount /proc");
        if (version[0] > 5 || version[0] == 5 && version[1] >= 8) return Finding.good("kernel", release);
        return new Finding("kernel", State.LIMITED, release + ": older than ring buffers and CAP_BPF", "Linux 5.8 or newer runs all trackers");
    }

    private Finding loading(Privileges privileges) {
        Optional<Boolean> maps = probe.orElseThrow().supports("array");
        Optional<Boolean> programs = probe.orElseThrow().supports("socket");
        if (maps.equals(Optional.of(true)) && programs.equals(Optional.of(true))) return Finding.good("loading", "maps and programs can be loaded");
        if (maps.equals(Optional.of(false)) || programs.equals(Optional.of(false))) {
            return new Finding("loading", State.BLOCKED, "the kernel takes no " + (maps.equals(Optional.of(false)) ? "maps" : "programs"), "a kernel with CONFIG_BPF_SYSCALL is needed");
        }
        return new Finding("loading", State.BLOCKED, "the kernel does not let this process load, or the native library cannot be used", advice(privileges));
    }

    private static String advice(Privileges privileges) {
        if (!privileges.mayTrace()) return "run as root, or with CAP_BPF and CAP_PERFMON";
        if (privileges.inNamespace()) return "capabilities of a user namespace do not count: run as root of the host";
        if (privileges.filtered()) return "a seccomp filter may forbid bpf(2): a container needs --cap-add BPF --cap-add PERFMON --security-opt seccomp=unconfined, or --privileged";
        return "lockdown or another security module may forbid it; is this the archive for this processor?";
    }

    private static Finding capabilities(Privileges privileges) {
        String held = privileges.held().isEmpty() ? "none of those that matter" : String.join(" ", privileges.held());
        if (!privileges.mayTrace()) return new Finding("capabilities", State.BLOCKED, held, "run as root, or with CAP_BPF and CAP_PERFMON");
        if (privileges.has("CAP_SYS_ADMIN")) return Finding.good("capabilities", held);
        if (!privileges.has("CAP_NET_ADMIN")) return new Finding("capabilities", State.LIMITED, held, "xdp, tc and cgroup programs need CAP_NET_ADMIN");
        return Finding.good("capabilities", held);
    }
}

package org.eunomia.engine.internal.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eunomia.core.HostExamination.Finding;
import org.eunomia.core.HostExamination.State;

/** What the administrator or the distribution has set. */
final class Settings {
    private final HostFiles files;
    private final Privileges privileges;

    Settings(HostFiles files, Privileges privileges) {
        this.files = files;
        this.privileges = privileges;
    }

    List<Finding> examine(int[] kernel) {
        List<Finding> found = new ArrayList<>(List.of(btf(), tracefs(), lockdown(), memory(kernel), unprivileged(), perfEvents()));
        jit().ifPresent(found::add);
        return found;
    }

    private Finding btf() {
        if (files.exists("/sys/kernel/btf/vmlinux")) return Finding.good("BTF", "/sys/kernel/btf/vmlinux");
        return new Finding("BTF", State.LIMITED, "the kernel does not describe its types", "programs that read kernel structs need a kernel with CONFIG_DEBUG_INFO_BTF");
    }

    private Finding tracefs() {
        for (String place : List.of("/sys/kernel/tracing", "/sys/kernel/debug/tracing")) if (files.exists(place + "/events")) return Finding.good("tracefs", place);
        String mount = "mount -t tracefs tracefs /sys/kernel/tracing";
        if (privileges.has("CAP_SYS_ADMIN")) return Finding.good("tracefs", "not mounted, or not to be seen; it is mounted when the first tracepoint is attached");
        return new Finding("tracefs", State.LIMITED, "not mounted, or not to be seen: tracepoints cannot be attached", "as root: " + mount + "; reading it takes CAP_DAC_READ_SEARCH");
    }

    private Finding lockdown() {
        Optional<String> modes = files.text("/sys/kernel/security/lockdown");
        if (modes.isEmpty()) return new Finding("lockdown", State.UNKNOWN, "securityfs is not mounted, or the kernel has no lockdown", "");
        String mode = modes.get().replaceAll(".*\\[(.*)].*", "$1");
        return switch (mode) {
            case "none" -> Finding.good("lockdown", "none");
            case "integrity" -> Finding.good("lockdown", "integrity: programs cannot write to user memory (bpf_probe_write_user)");
            default -> new Finding("lockdown", State.LIMITED, mode + ": programs cannot read kernel memory", "boot without lockdown=confidentiality");
        };
    }

    private Finding memory(int[] kernel) {
        if (kernel[0] > 5 || kernel[0] == 5 && kernel[1] >= 11) return Finding.good("memory", "maps count towards the memory of the cgroup" + cgroupLimit());
        String limit = lockedMemory();
        if (limit.equals("unlimited") || privileges.has("CAP_SYS_RESOURCE")) return Finding.good("memory", "locked memory is not limited");
        return new Finding("memory", State.LIMITED, "maps count as locked memory, of which " + (limit.isEmpty() ? "little" : limit + " bytes") + " are allowed", "ulimit -l unlimited, or LimitMEMLOCK=infinity in a systemd unit");
    }

    private String lockedMemory() {
        return files.text("/proc/self/limits").flatMap(t -> t.lines().filter(l -> l.startsWith("Max locked memory")).findFirst()).map(l -> l.substring(17).strip().split("\\s+")[0]).orElse("");
    }

    private String cgroupLimit() {
        return files.text("/proc/self/cgroup").flatMap(t -> t.lines().filter(l -> l.startsWith("0::")).findFirst()).map(l -> l.substring(3))
                .flatMap(group -> files.text("/sys/fs/cgroup" + group + "/memory.max")).map(max -> max.equals("max") ? ", which has no limit" : ", at most " + max + " bytes").orElse("");
    }

    private Finding unprivileged() {
        String name = "/proc/sys/kernel/unprivileged_bpf_disabled";
        Optional<Integer> value = files.number(name);
        if (value.isEmpty()) return new Finding("unprivileged BPF", State.UNKNOWN, name + " cannot be read", "");
        if (value.get() != 0) return Finding.good("unprivileged BPF", "off");
        return new Finding("unprivileged BPF", State.LIMITED, "every user may load some programs, which Eunomia does not need", "sysctl kernel.unprivileged_bpf_disabled=2");
    }

    private Finding perfEvents() {
        Optional<Integer> value = files.number("/proc/sys/kernel/perf_event_paranoid");
        if (value.isEmpty()) return new Finding("perf events", State.LIMITED, "the kernel has none, so that most programs cannot be attached", "a kernel with CONFIG_PERF_EVENTS has them");
        boolean may = privileges.has("CAP_PERFMON") || privileges.has("CAP_SYS_ADMIN") || value.get() < 0;
        if (may) return Finding.good("perf events", "perf_event_paranoid is " + value.get() + ", which does not count with CAP_PERFMON");
        return new Finding("perf events", State.LIMITED, "perf_event_paranoid is " + value.get(), "CAP_PERFMON, or sysctl kernel.perf_event_paranoid=-1");
    }

    /** Off in hardened kernels; programs are interpreted then, some ten times slower. */
    private Optional<Finding> jit() {
        return files.number("/proc/sys/net/core/bpf_jit_enable").filter(v -> v == 0).map(v -> new Finding("JIT", State.LIMITED, "programs are interpreted", "sysctl net.core.bpf_jit_enable=1"));
    }
}

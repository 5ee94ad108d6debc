package org.eunomia.engine.internal.host;

import java.util.List;
import java.util.Optional;
import org.eunomia.core.HostExamination.Finding;
import org.eunomia.core.HostExamination.State;
import org.eunomia.kernel.FeatureProbe;

/** Which kinds of maps and programs the kernel takes. */
final class Hooks {
    private record Hook(String feature, String advice) { }

    private static final List<Hook> ALL = List.of(
            new Hook("ringbuf", "Linux 5.8 brought it; perf buffers (BPF_MAP_TYPE_PERF_EVENT_ARRAY) work everywhere"),
            new Hook("tracepoint", "a kernel with CONFIG_BPF_EVENTS and CONFIG_TRACEPOINTS has it"),
            new Hook("tp_btf", "Linux 5.5 with BTF brought it; raw_tp works without"),
            new Hook("kprobe", "a kernel with CONFIG_KPROBES has it; tracepoints and tp_btf work without"),
            new Hook("uprobe", "a kernel with CONFIG_UPROBES has it"),
            new Hook("fentry", "Linux 5.5 with CONFIG_FUNCTION_TRACER and BTF has it; tp_btf and tracepoints work without"),
            new Hook("lsm", "a kernel with CONFIG_BPF_LSM, and bpf in the list lsm= of its command line, has it"),
            new Hook("xdp", "CAP_NET_ADMIN is needed"),
            new Hook("perf_event", "a kernel with CONFIG_PERF_EVENTS has it"));

    private Hooks() { }

    static List<Finding> examine(FeatureProbe probe, HostFiles files) {
        return ALL.stream().map(h -> finding(h, probe.supports(h.feature), files)).toList();
    }

    private static Finding finding(Hook hook, Optional<Boolean> supported, HostFiles files) {
        if (supported.isEmpty()) return new Finding(hook.feature, State.UNKNOWN, "cannot be told: the kernel does not let this process try", hook.advice);
        if (!supported.get()) return new Finding(hook.feature, State.LIMITED, "not in this kernel", hook.advice);
        boolean inactive = hook.feature.equals("lsm") && files.text("/sys/kernel/security/lsm").filter(t -> !List.of(t.split(",")).contains("bpf")).isPresent();
        return inactive ? new Finding(hook.feature, State.LIMITED, "programs load but are never called", "add bpf to the list lsm= of the kernel's command line") : Finding.good(hook.feature, "works");
    }
}

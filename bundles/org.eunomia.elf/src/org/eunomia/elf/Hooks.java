package org.eunomia.elf;

import java.util.List;

/**
 * Tells by its name whether a section says where its program is to be attached. The names are those that libbpf knows
 * ({@code Documentation/bpf/libbpf/program_types.rst} of the kernel).
 */
final class Hooks {
    /** Followed by a slash and what to attach to, without which they name nothing. */
    private static final List<String> WITH_TARGET = List.of("kprobe", "kretprobe", "kprobe.multi", "kretprobe.multi", "kprobe.session", "ksyscall", "kretsyscall",
            "uprobe", "uretprobe", "uprobe.s", "uretprobe.s", "uprobe.multi", "uretprobe.multi", "uprobe.multi.s", "uretprobe.multi.s", "uprobe.session",
            "uprobe.session.s", "usdt", "usdt.s", "tracepoint", "tp", "raw_tracepoint", "raw_tp", "raw_tracepoint.w", "raw_tp.w", "tp_btf", "fentry", "fexit",
            "fmod_ret", "fentry.s", "fexit.s", "fmod_ret.s", "lsm", "lsm.s", "lsm_cgroup", "iter", "iter.s", "cgroup", "cgroup_skb", "tcx", "netkit");
    /** A word of its own or with anything after a slash; options may say where exactly. */
    private static final List<String> ALONE = List.of("xdp", "xdp.frags", "tc", "classifier", "perf_event", "sockops", "sk_lookup", "flow_dissector", "netfilter",
            "cgroup_skb");

    private Hooks() { }

    static boolean names(String section) {
        int slash = section.indexOf('/');
        String kind = slash < 0 ? section : section.substring(0, slash);
        String target = slash < 0 ? "" : section.substring(slash + 1);
        // Programs that a device or CPU map holds, and not an interface.
        if (kind.startsWith("xdp") && (target.equals("devmap") || target.equals("cpumap"))) return false;
        return ALONE.contains(kind) || WITH_TARGET.contains(kind) && !target.isEmpty();
    }
}

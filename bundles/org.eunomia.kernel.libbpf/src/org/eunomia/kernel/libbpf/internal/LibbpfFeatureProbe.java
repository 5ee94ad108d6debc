package org.eunomia.kernel.libbpf.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eunomia.core.OperationFailedException;
import org.eunomia.kernel.FeatureProbe;
import org.eunomia.kernel.libbpf.internal.shim.Capabilities;
import org.eunomia.kernel.libbpf.internal.shim.Libc;
import org.eunomia.kernel.libbpf.internal.shim.Shim;
import org.osgi.service.component.annotations.Component;

/**
 * Tries what it is asked for: maps are made, the smallest programs loaded. Knows {@code btf}, map types by their name ({@code ringbuf}), and program
 * kinds by the word in their section ({@code kprobe}, {@code fentry}, {@code tp_btf}, {@code lsm}, {@code xdp}, {@code tcx} …).
 */
@Component(service = FeatureProbe.class)
public final class LibbpfFeatureProbe implements FeatureProbe {
    /** {@code enum bpf_prog_type} and, for those that go to a place in the kernel's BTF, {@code enum bpf_attach_type} and a place that always exists. */
    private record Program(int type, int attachType, String target) {
        Program(int type) {
            this(type, 0, "");
        }
    }

    private static final Map<String, Program> PROGRAMS = Map.ofEntries(Map.entry("socket", new Program(1)), Map.entry("kprobe", new Program(2)),
            Map.entry("uprobe", new Program(2)), Map.entry("tc", new Program(3)), Map.entry("tracepoint", new Program(5)), Map.entry("xdp", new Program(6, 37, "")),
            Map.entry("perf_event", new Program(7)), Map.entry("cgroup_skb", new Program(8)), Map.entry("raw_tracepoint", new Program(17)),
            Map.entry("tp_btf", new Program(26, 23, "sched_switch")), Map.entry("fentry", new Program(26, 24, "vfs_read")),
            Map.entry("fexit", new Program(26, 25, "vfs_read")), Map.entry("lsm", new Program(29, 27, "file_open")), Map.entry("iter", new Program(26, 28, "task")));
    private static final int MAP_TYPES = 64;

    private final Map<String, Optional<Boolean>> answers = new ConcurrentHashMap<>();

    @Override
    public String release() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/osrelease")).strip();
        } catch (IOException e) {
            return "";
        }
    }

    @Override
    public Optional<Boolean> supports(String feature) {
        return answers.computeIfAbsent(feature, this::probe);
    }

    private Optional<Boolean> probe(String feature) {
        if (feature.equals("btf")) return Optional.of(Files.exists(Path.of("/sys/kernel/btf/vmlinux")));
        try {
            Shim.load();
        } catch (OperationFailedException e) {
            return Optional.empty();
        }
        return switch (feature) {
            // These programs load in kernels that cannot attach them.
            case "kprobe", "kretprobe" -> and(eventSource("kprobe"), program("kprobe"));
            case "uprobe", "uretprobe" -> and(eventSource("uprobe"), program("uprobe"));
            case "tp" -> program("tracepoint");
            case "raw_tp" -> program("raw_tracepoint");
            default -> PROGRAMS.containsKey(feature) ? program(feature) : map(feature);
        };
    }

    private static boolean eventSource(String name) {
        return Files.exists(Path.of("/sys/bus/event_source/devices", name));
    }

    private static Optional<Boolean> and(boolean known, Optional<Boolean> probed) {
        return known ? probed : Optional.of(false);
    }

    private static Optional<Boolean> program(String kind) {
        Program program = PROGRAMS.get(kind);
        int btfId = 0;
        if (!program.target.isEmpty()) {
            btfId = Shim.libbpf_find_vmlinux_btf_id(program.target, program.attachType);
            if (btfId < 0) return Optional.of(false);
        }
        return switch (-Shim.eunomia_probe_program(program.type, program.attachType, btfId)) {
            case 0 -> Optional.of(true);
            case Libc.EPERM, Libc.EACCES -> Optional.empty();
            default -> Optional.of(false);
        };
    }

    private static Optional<Boolean> map(String type) {
        for (int i = 1; i < MAP_TYPES; i++) {
            if (!type.equals(Shim.libbpf_bpf_map_type_str(i))) continue;
            int supported = Shim.libbpf_probe_bpf_map_type(i, null);
            return supported > 0 ? Optional.of(true) : supported < 0 || !Capabilities.CAP_BPF.held() ? Optional.empty() : Optional.of(false);
        }
        return Optional.empty();
    }
}

package org.eunomia.kernel.libbpf.internal.load;

import com.sun.jna.Pointer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eunomia.core.Failure;
import org.eunomia.core.Nearest;
import org.eunomia.core.OperationFailedException;
import org.eunomia.kernel.ObjectSpec;
import org.eunomia.kernel.libbpf.internal.map.MapHandle;
import org.eunomia.kernel.libbpf.internal.map.MapKind;
import org.eunomia.kernel.libbpf.internal.shim.Libc;
import org.eunomia.kernel.libbpf.internal.shim.Shim;
import org.eunomia.kernel.libbpf.internal.shim.Sysctl;

/** Settles what a program leaves to its loader about maps before they are made: their sizes above all. */
final class MapDefaults {
    /** What libbpf-tools and BCC use where nothing better is known. */
    static final int ENTRIES = 10_240;
    static final int RING_BYTES = 256 * 1024;
    /** Types whose {@code max_entries} has to be 0, or means nothing. */
    private static final Set<String> WITHOUT_ENTRIES = Set.of("sk_storage", "task_storage", "inode_storage", "cgrp_storage", "cgroup_storage",
            "percpu_cgroup_storage", "struct_ops", "arena");

    private MapDefaults() { }

    static void apply(List<Pointer> maps, ObjectSpec spec, List<String> notices) throws OperationFailedException {
        checkNames(maps, spec);
        for (Pointer map : maps) {
            String name = MapKind.name(map);
            if (Shim.bpf_map__pin_path(map) != null) {
                Shim.bpf_map__set_pin_path(map, null);
                notices.add("map " + name + " asks to be pinned; it is not, so that nothing of it outlives this process");
            }
            if (spec.reuse().get(name) instanceof MapHandle other) {
                int error = other.with(fd -> Shim.bpf_map__reuse_fd(map, fd));
                if (error != 0) throw new OperationFailedException(new Failure.LoadFailed("map " + name, -error, Libc.message(error), "", ""));
            } else {
                stacks(map, name, notices);
                size(map, name, spec, notices);
            }
        }
    }

    /** How deep stacks are is often left to the loader: as deep as perf takes them. */
    private static void stacks(Pointer map, String name, List<String> notices) {
        if (!MapKind.type(map).equals("stack_trace") || Shim.bpf_map__value_size(map) != 0) return;
        int depth = Sysctl.number("kernel/perf_event_max_stack").orElse(127);
        Shim.bpf_map__set_key_size(map, Integer.BYTES);
        Shim.bpf_map__set_value_size(map, depth * Long.BYTES);
        notices.add("map " + name + " keeps stacks of " + depth + " frames");
    }

    private static void checkNames(List<Pointer> maps, ObjectSpec spec) throws OperationFailedException {
        List<String> known = maps.stream().map(MapKind::name).toList();
        for (String wanted : spec.mapEntries().keySet()) {
            if (!known.contains(wanted)) throw new OperationFailedException(new Failure.NotFound("map", wanted, Nearest.to(wanted, known)));
        }
    }

    private static void size(Pointer map, String name, ObjectSpec spec, List<String> notices) {
        Entries entries = entries(MapKind.type(map), Shim.bpf_map__max_entries(map), Optional.ofNullable(spec.mapEntries().get(name)),
                Libc.pageSize(), Shim.libbpf_num_possible_cpus());
        if (entries.count() == Shim.bpf_map__max_entries(map)) return;
        Shim.bpf_map__set_max_entries(map, entries.count());
        if (!entries.why().isEmpty()) notices.add("map " + name + " " + entries.why());
    }

    /** @param why what to tell the user, to follow the map's name; empty when the program or the user asked for just that */
    record Entries(int count, String why) { }

    /** @param asked what the user wants, in entries, or bytes for a ring buffer */
    static Entries entries(String type, int ofProgram, Optional<Integer> asked, int pageSize, int cpus) {
        int wanted = asked.orElse(ofProgram);
        return switch (type) {
            case MapKind.RINGBUF, "user_ringbuf" -> {
                int bytes = ringBytes(wanted == 0 ? RING_BYTES : wanted, pageSize);
                yield new Entries(bytes, bytes == wanted ? "" : (wanted == 0 ? "has no size of its own and gets " : "gets ") + bytes + " bytes"
                        + (wanted == 0 ? "" : " instead of " + Integer.toUnsignedString(wanted) + ": ring buffers are powers of two of whole pages"));
            }
            case MapKind.PERF_EVENT_ARRAY -> wanted == 0 ? new Entries(cpus, "gets one slot for each of " + cpus + " CPUs") : new Entries(wanted, "");
            default -> wanted == 0 && !WITHOUT_ENTRIES.contains(type)
                    ? new Entries(ENTRIES, "has no size of its own and gets " + ENTRIES + " entries") : new Entries(wanted, "");
        };
    }

    /** The next power of two of whole pages. */
    private static int ringBytes(int wanted, int pageSize) {
        int bytes = pageSize;
        while (bytes > 0 && Integer.compareUnsigned(bytes, wanted) < 0) bytes <<= 1;
        return bytes == 0 ? 1 << 31 : bytes;
    }
}

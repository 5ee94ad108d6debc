package org.eunomia.kernel.libbpf.internal.load;

import com.sun.jna.Pointer;
import org.eunomia.core.Failure;
import org.eunomia.kernel.LoadedObject.MapInfo;
import org.eunomia.kernel.libbpf.internal.map.MapKind;
import org.eunomia.kernel.libbpf.internal.shim.Libc;
import org.eunomia.kernel.libbpf.internal.shim.Shim;

/** Says why a map could not be made, from what the kernel demands of maps of its type (kernel/bpf/*map*.c). */
final class MapFailures {
    private MapFailures() { }

    static Failure of(Pointer pointer, int errno, String log) {
        MapInfo map = MapKind.info(pointer, 0);
        if (errno == Libc.EPERM) return LoadFailures.notPermitted("create map " + map.name());
        if (Shim.libbpf_probe_bpf_map_type(Shim.bpf_map__type(pointer), null) == 0) return new Failure.NotSupported("map " + map.name() + " of type " + map.type(), "", "");
        return new Failure.LoadFailed("map " + map.name(), errno, Libc.message(errno), hint(map, errno), log);
    }

    static String hint(MapInfo map, int errno) {
        String size = Integer.toUnsignedString(map.maxEntries()) + (map.type().equals("ringbuf") ? " bytes"
                : " entries of " + map.keySize() + " + " + map.valueSize() + " bytes");
        return switch (errno) {
            case Libc.E2BIG, Libc.ENOMEM -> size + " are too much for the kernel or the memory limit of the cgroup: set fewer";
            case Libc.EINVAL -> invalid(map, size);
            default -> "";
        };
    }

    private static String invalid(MapInfo map, String size) {
        if (map.type().endsWith("array") && map.keySize() != Integer.BYTES) return "keys of maps of type " + map.type() + " have 4 bytes, these have " + map.keySize();
        if (map.valueSize() == 0 && !map.type().endsWith("ringbuf")) return "its values have no size";
        if (map.isHash() && map.keySize() == 0) return "its keys have no size";
        return map.type() + " with " + size + " and flags 0x" + Integer.toHexString(map.flags()) + " is not possible, or not in this kernel";
    }
}

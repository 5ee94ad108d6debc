package org.eunomia.kernel.libbpf.internal.map;

import com.sun.jna.Pointer;
import org.eunomia.kernel.LoadedObject.MapInfo;
import org.eunomia.kernel.libbpf.internal.shim.Shim;

/** Names of map types and facts about maps. */
public final class MapKind {
    public static final String RINGBUF = "ringbuf";
    public static final String PERF_EVENT_ARRAY = "perf_event_array";
    public static final String PROG_ARRAY = "prog_array";

    private MapKind() { }

    /** The kernel's word in lower case, {@code type_N} when libbpf has no word for it. */
    public static String type(Pointer map) {
        int type = Shim.bpf_map__type(map);
        String name = Shim.libbpf_bpf_map_type_str(type);
        return name == null ? "type_" + type : name;
    }

    /**
     * The name in the object; for the maps of global data the section ({@code .rodata}, {@code .data.loss}), which is how {@code ObjectSpec} names
     * them too, while libbpf puts a part of the object's name before it.
     */
    public static String name(Pointer map) {
        String name = Shim.bpf_map__name(map);
        int dot = name.indexOf('.');
        return Shim.bpf_map__is_internal(map) != 0 && dot > 0 ? name.substring(dot) : name;
    }

    /** @param id 0 while the map is not in the kernel */
    public static MapInfo info(Pointer map, int id) {
        return new MapInfo(name(map), type(map), id, Shim.bpf_map__key_size(map), Shim.bpf_map__value_size(map), Shim.bpf_map__max_entries(map),
                Shim.bpf_map__map_flags(map), Shim.bpf_map__is_internal(map) != 0);
    }

}

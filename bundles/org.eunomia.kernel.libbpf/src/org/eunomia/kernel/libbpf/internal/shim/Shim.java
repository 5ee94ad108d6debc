package org.eunomia.kernel.libbpf.internal.shim;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import org.eunomia.core.OperationFailedException;

/**
 * libbpf and the shim around it, by JNA's direct mapping. Functions that return int give 0 or a negated errno unless noted; {@code size_t} is a
 * {@code long}, which holds on all 64-bit Linux. {@link #load()} comes first.
 */
public final class Shim {
    private static boolean loaded;

    private Shim() { }

    /** Loads the library on first use. */
    public static synchronized void load() throws OperationFailedException {
        if (loaded) return;
        NativeLibrary library = ShimLibrary.open();
        Native.register(Shim.class, library);
        // The C library is already in the process; asked through the shim, because the name of its file differs between C libraries.
        Native.register(Libc.class, library);
        loaded = true;
    }

    static native Pointer eunomia_log_new(int level, long verifierSize);

    static native Pointer eunomia_log_text(Pointer log);

    static native Pointer eunomia_log_verifier(Pointer log);

    static native void eunomia_log_free(Pointer log);

    public static native int eunomia_open(Pointer log, Pointer elf, long size, String name, String btf, PointerByReference object);

    public static native int eunomia_load(Pointer log, Pointer object);

    public static native int eunomia_section_type(Pointer log, String section, int[] programType, int[] attachType);

    /** Loads the smallest program of a type and drops it again: 0, or why the kernel refused it. */
    public static native int eunomia_probe_program(int type, int attachType, int btfId);

    public static native int eunomia_attach(Pointer log, Pointer program, PointerByReference link);

    public static native int eunomia_attach_perf_event(Pointer log, Pointer program, int fd, PointerByReference link);

    public static native int eunomia_attach_kprobe(Pointer log, Pointer program, int retprobe, String function, long offset, PointerByReference link);

    public static native int eunomia_attach_uprobe(Pointer log, Pointer program, int retprobe, int pid, String path, String function, long offset,
            PointerByReference link);

    public static native int eunomia_attach_usdt(Pointer log, Pointer program, int pid, String path, String provider, String name, PointerByReference link);

    public static native int eunomia_attach_xdp(Pointer log, Pointer program, int ifindex, PointerByReference link);

    public static native int eunomia_attach_tcx(Pointer log, Pointer program, int ifindex, PointerByReference link);

    public static native int eunomia_attach_clsact(Pointer log, Pointer program, int ifindex, int egress, int[] created, int[] handle, int[] priority);

    public static native int eunomia_detach_clsact(int ifindex, int egress, int created, int handle, int priority);

    public static native int eunomia_attach_cgroup(Pointer log, Pointer program, int cgroupFd, PointerByReference link);

    public static native void bpf_object__close(Pointer object);

    /** @param previous null for the first; @return null after the last */
    public static native Pointer bpf_object__next_program(Pointer object, Pointer previous);

    public static native Pointer bpf_object__next_map(Pointer object, Pointer previous);

    public static native Pointer bpf_object__find_map_by_name(Pointer object, String name);

    public static native String bpf_program__name(Pointer program);

    public static native String bpf_program__section_name(Pointer program);

    public static native int bpf_program__type(Pointer program);

    public static native int bpf_program__expected_attach_type(Pointer program);

    public static native int bpf_program__set_expected_attach_type(Pointer program, int type);

    /** @return the descriptor, or a negated errno when the program is not loaded */
    public static native int bpf_program__fd(Pointer program);

    public static native byte bpf_program__autoload(Pointer program);

    public static native int bpf_program__set_autoload(Pointer program, int autoload);

    public static native String bpf_map__name(Pointer map);

    public static native int bpf_map__fd(Pointer map);

    public static native int bpf_map__type(Pointer map);

    public static native int bpf_map__key_size(Pointer map);

    public static native int bpf_map__value_size(Pointer map);

    public static native int bpf_map__max_entries(Pointer map);

    public static native int bpf_map__map_flags(Pointer map);

    public static native byte bpf_map__is_internal(Pointer map);

    public static native int bpf_map__set_max_entries(Pointer map, int entries);

    public static native int bpf_map__set_key_size(Pointer map, int bytes);

    public static native int bpf_map__set_value_size(Pointer map, int bytes);

    public static native String bpf_map__pin_path(Pointer map);

    public static native int bpf_map__set_pin_path(Pointer map, String path);

    public static native int bpf_map__reuse_fd(Pointer map, int fd);

    /** @return what a data section starts with, to be written to before loading, or null; its size goes to {@code size} */
    public static native Pointer bpf_map__initial_value(Pointer map, long[] size);

    /** @return 0 or a negated errno; the link is gone in any case */
    public static native int bpf_link__destroy(Pointer link);

    public static native int bpf_link__fd(Pointer link);

    public static native int bpf_link__update_program(Pointer link, Pointer program);

    public static native int bpf_map_lookup_elem(int fd, byte[] key, byte[] value);

    public static native int bpf_map_update_elem(int fd, byte[] key, byte[] value, long flags);

    public static native int bpf_map_delete_elem(int fd, byte[] key);

    /** @param key null for the first */
    public static native int bpf_map_get_next_key(int fd, byte[] key, byte[] next);

    public static native int bpf_map_lookup_batch(int fd, byte[] from, byte[] next, byte[] keys, byte[] values, int[] count, Pointer options);

    public static native int bpf_obj_get_info_by_fd(int fd, Pointer info, int[] size);

    /** @return a descriptor that holds the statistics on, or a negated errno */
    public static native int bpf_enable_stats(int type);

    public static native int bpf_iter_create(int linkFd);

    /** @return the id of a kernel function that programs of an attach type go to, or a negated errno */
    public static native int libbpf_find_vmlinux_btf_id(String name, int attachType);

    /** @return 1 when the kernel has such maps, 0 when not, else a negated errno */
    public static native int libbpf_probe_bpf_map_type(int type, Pointer options);

    /** @return the number, or a negated errno */
    public static native int libbpf_num_possible_cpus();

    /** @return null when unknown */
    public static native String libbpf_bpf_prog_type_str(int type);

    public static native String libbpf_bpf_map_type_str(int type);
}

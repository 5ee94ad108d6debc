package org.eunomia.kernel.libbpf.internal.map;

import com.sun.jna.Memory;
import org.eunomia.kernel.libbpf.internal.shim.Shim;

/** Reads {@code struct bpf_prog_info} and {@code struct bpf_map_info} (uapi/linux/bpf.h) of descriptors. */
public final class KernelInfo {
    private static final int ID = 4;
    private static final int PROG_VERIFIED_INSNS = 216;
    private static final int INFO_BYTES = 232;

    private KernelInfo() { }

    /** @param verifiedInsns 0 when the kernel does not say (before 5.16) */
    public record Program(int id, int verifiedInsns) { }

    public static Program program(int fd) {
        try (Memory info = new Memory(INFO_BYTES)) {
            info.clear();
            return Shim.bpf_prog_get_info_by_fd(fd, info, new int[] {INFO_BYTES}) == 0
                    ? new Program(info.getInt(ID), info.getInt(PROG_VERIFIED_INSNS)) : new Program(0, 0);
        }
    }

    /** @return the map's id, 0 when it cannot be told */
    public static int mapId(int fd) {
        try (Memory info = new Memory(INFO_BYTES)) {
            info.clear();
            return Shim.bpf_map_get_info_by_fd(fd, info, new int[] {INFO_BYTES}) == 0 ? info.getInt(ID) : 0;
        }
    }
}

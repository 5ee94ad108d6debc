package org.eunomia.kernel.libbpf.internal.map;

import com.sun.jna.Memory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eunomia.kernel.libbpf.internal.shim.Shim;

/** Reads {@code struct bpf_prog_info} and {@code struct bpf_map_info} (uapi/linux/bpf.h) of descriptors. */
public final class KernelInfo {
    private static final int ID = 4;
    private static final int NR_JITED_KSYMS = 104;
    private static final int NR_JITED_FUNC_LENS = 108;
    private static final int JITED_KSYMS = 112;
    private static final int JITED_FUNC_LENS = 120;
    private static final int RUN_TIME_NS = 192;
    private static final int RUN_CNT = 200;
    private static final int PROG_VERIFIED_INSNS = 216;
    private static final int INFO_BYTES = 232;

    private static final String RING_BUFFER = "27";

    private KernelInfo() { }

    /** @param verifiedInsns 0 when the kernel does not say (before 5.16) */
    public record Program(int id, int verifiedInsns) { }

    public static Program program(int fd) {
        try (Memory info = new Memory(INFO_BYTES)) {
            info.clear();
            return Shim.bpf_obj_get_info_by_fd(fd, info, new int[] {INFO_BYTES}) == 0
                    ? new Program(info.getInt(ID), info.getInt(PROG_VERIFIED_INSNS)) : new Program(0, 0);
        }
    }

    /** How often a program ran and how long in all, while statistics were on. */
    public record Runs(long count, long nanos) { }

    public static Runs runs(int fd) {
        try (Memory info = new Memory(INFO_BYTES)) {
            info.clear();
            return Shim.bpf_obj_get_info_by_fd(fd, info, new int[] {INFO_BYTES}) == 0 ? new Runs(info.getLong(RUN_CNT), info.getLong(RUN_TIME_NS)) : new Runs(0, 0);
        }
    }

    /** @return what the kernel charges for a map, 0 when it does not say */
    public static long memoryBytes(int fd) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/fdinfo/" + fd))) {
            Map<String, String> said = lines.map(line -> line.split(":\\s*", 2)).filter(part -> part.length == 2).collect(Collectors.toMap(part -> part[0], part -> part[1].strip(), (one, other) -> one));
            long charged = Long.parseLong(said.getOrDefault("memlock", "0"));
            // Kernels before 6.4 reckon from keys and values, which a ring has none of.
            return said.getOrDefault("map_type", "").equals(RING_BUFFER) ? Math.max(charged, Long.parseLong(said.get("max_entries"))) : charged;
        } catch (IOException | UncheckedIOException | NumberFormatException e) {
            return 0;
        }
    }

    /** Where the machine code of a program lies in the kernel. */
    public record Code(long start, int length) {
        public boolean contains(long address) {
            return Long.compareUnsigned(address, start) >= 0 && Long.compareUnsigned(address - start, length) < 0;
        }
    }

    /** The code of a program and its functions; empty when it is interpreted, or the kernel hides addresses from this process. */
    public static List<Code> code(int fd) {
        try (Memory info = new Memory(INFO_BYTES)) {
            info.clear();
            if (Shim.bpf_obj_get_info_by_fd(fd, info, new int[] {INFO_BYTES}) != 0) return List.of();
            int count = Math.min(info.getInt(NR_JITED_KSYMS), info.getInt(NR_JITED_FUNC_LENS));
            return count <= 0 ? List.of() : code(fd, count, info);
        }
    }

    private static List<Code> code(int fd, int count, Memory info) {
        try (Memory starts = new Memory((long) count * Long.BYTES); Memory lengths = new Memory((long) count * Integer.BYTES)) {
            starts.clear();
            lengths.clear();
            info.clear();
            info.setInt(NR_JITED_KSYMS, count);
            info.setInt(NR_JITED_FUNC_LENS, count);
            info.setPointer(JITED_KSYMS, starts);
            info.setPointer(JITED_FUNC_LENS, lengths);
            if (Shim.bpf_obj_get_info_by_fd(fd, info, new int[] {INFO_BYTES}) != 0) return List.of();
            List<Code> code = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                long start = starts.getLong((long) i * Long.BYTES);
                if (start != 0) code.add(new Code(start, lengths.getInt((long) i * Integer.BYTES)));
            }
            return code;
        }
    }

    /** @return the map's id, 0 when it cannot be told */
    public static int mapId(int fd) {
        try (Memory info = new Memory(INFO_BYTES)) {
            info.clear();
            return Shim.bpf_obj_get_info_by_fd(fd, info, new int[] {INFO_BYTES}) == 0 ? info.getInt(ID) : 0;
        }
    }
}

package org.eunomia.tests.kernel.kit;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.NativeLibrary;
import java.util.ArrayList;
import java.util.List;

/** Looks into the kernel for BPF objects, of whomever, by {@code bpf(2)}. */
public final class LoadedNames {
    private static final int PROG_GET_NEXT_ID = 11;
    private static final int MAP_GET_NEXT_ID = 12;
    private static final int PROG_GET_FD_BY_ID = 13;
    private static final int MAP_GET_FD_BY_ID = 14;
    private static final int OBJ_GET_INFO_BY_FD = 15;
    private static final int INFO_BYTES = 232;
    /** Where the 16 bytes of the name lie in {@code struct bpf_prog_info} and {@code struct bpf_map_info}. */
    private static final int PROG_NAME = 64;
    private static final int MAP_NAME = 24;
    private static final long SYSCALL = System.getProperty("os.arch").equals("aarch64") ? 280 : 321;
    private static final Function SYSCALL_FUNCTION = NativeLibrary.getInstance("c").getFunction("syscall");
    private static final Function CLOSE = NativeLibrary.getInstance("c").getFunction("close");

    private LoadedNames() { }

    /** Names of the programs and maps whose name starts with {@code prefix}. The kernel keeps 15 characters of a name. */
    public static List<String> named(String prefix) {
        List<String> names = new ArrayList<>(names(PROG_GET_NEXT_ID, PROG_GET_FD_BY_ID, PROG_NAME));
        names.addAll(names(MAP_GET_NEXT_ID, MAP_GET_FD_BY_ID, MAP_NAME));
        return names.stream().filter(n -> n.startsWith(prefix)).sorted().toList();
    }

    private static List<String> names(int nextId, int fdById, int nameOffset) {
        List<String> names = new ArrayList<>();
        try (Memory attr = new Memory(32); Memory info = new Memory(INFO_BYTES)) {
            for (int id = 0;;) {
                attr.clear();
                attr.setInt(0, id);
                if (bpf(nextId, attr) < 0) return names;
                id = attr.getInt(4);
                attr.clear();
                attr.setInt(0, id);
                int fd = bpf(fdById, attr);
                if (fd < 0) continue; // gone meanwhile
                attr.clear();
                info.clear();
                attr.setInt(0, fd);
                attr.setInt(4, INFO_BYTES);
                attr.setPointer(8, info);
                if (bpf(OBJ_GET_INFO_BY_FD, attr) == 0) names.add(info.getString(nameOffset));
                CLOSE.invokeInt(new Object[] {fd});
            }
        }
    }

    private static int bpf(int command, Memory attr) {
        return (int) SYSCALL_FUNCTION.invokeLong(new Object[] {SYSCALL, (long) command, attr, attr.size()});
    }
}

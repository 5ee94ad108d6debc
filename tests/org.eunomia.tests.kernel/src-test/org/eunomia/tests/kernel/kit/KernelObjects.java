package org.eunomia.tests.kernel.kit;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;
import com.sun.jna.Native;

/** Asks the kernel itself, by bpf(2), whether an object still exists. */
public final class KernelObjects {
    private static final long BPF = System.getProperty("os.arch").equals("aarch64") ? 280 : 321;
    private static final int PROG_GET_FD_BY_ID = 13;
    private static final int MAP_GET_FD_BY_ID = 14;
    private static final int ENOENT = 2;

    static {
        Native.register(KernelObjects.class, "c");
    }

    private KernelObjects() { }

    private static native long syscall(long number, long command, Memory attribute, long size) throws LastErrorException;

    private static native int close(int fd) throws LastErrorException;

    /** @param object {@code prog ID} or {@code map ID} */
    public static boolean exists(String object) {
        String[] words = object.split(" ");
        try (Memory attribute = new Memory(16)) {
            attribute.clear();
            attribute.setInt(0, Integer.parseInt(words[1]));
            close((int) syscall(BPF, words[0].equals("prog") ? PROG_GET_FD_BY_ID : MAP_GET_FD_BY_ID, attribute, attribute.size()));
            return true;
        } catch (LastErrorException e) {
            if (e.getErrorCode() == ENOENT) return false;
            throw e;
        }
    }
}

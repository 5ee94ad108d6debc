package org.eunomia.kernel.libbpf.internal.shim;

import com.sun.jna.LastErrorException;
import com.sun.jna.Native;
import com.sun.jna.Pointer;

/** The C library's system calls; a failure is thrown as {@link LastErrorException} with the errno. Registered by {@link Shim#load()}. */
public final class Libc {
    public static final int PROT_READ = 1;
    public static final int PROT_WRITE = 2;
    public static final int MAP_SHARED = 1;
    public static final int O_RDONLY = 0;
    public static final int O_DIRECTORY = 0x10000;
    public static final int O_CLOEXEC = 0x80000;
    public static final int EFD_CLOEXEC = O_CLOEXEC;
    public static final int EFD_NONBLOCK = 0x800;
    public static final short POLLIN = 1;
    public static final int EPERM = 1;
    public static final int ENOENT = 2;
    public static final int EINTR = 4;
    public static final int E2BIG = 7;
    public static final int EBADF = 9;
    public static final int EAGAIN = 11;
    public static final int ESRCH = 3;
    public static final int ENOMEM = 12;
    public static final int EACCES = 13;
    public static final int EBUSY = 16;
    public static final int EEXIST = 17;
    public static final int ENODEV = 19;
    public static final int EINVAL = 22;
    public static final int ENOSPC = 28;
    public static final int EOPNOTSUPP = 95;
    public static final int EADDRNOTAVAIL = 99;
    /** The kernel's own ENOTSUPP, which leaks out of some bpf commands. */
    public static final int ENOTSUPP = 524;

    private Libc() { }

    /** Asked of {@code sysconf}, {@code _SC_PAGESIZE}. */
    public static int pageSize() {
        return Math.toIntExact(sysconf(30));
    }

    static native long sysconf(int name);

    /** Maps the descriptor's pages, shared, wherever there is room. */
    public static Pointer map(long size, int protection, int fd, long offset) {
        Pointer mapped = mmap(null, size, protection, MAP_SHARED, fd, offset);
        if (Pointer.nativeValue(mapped) == -1) throw new LastErrorException(Native.getLastError());
        return mapped;
    }

    private static native Pointer mmap(Pointer address, long size, int protection, int flags, int fd, long offset);

    public static native int munmap(Pointer address, long size) throws LastErrorException;

    /** @param timeoutMillis -1 to wait for ever */
    public static native int poll(Pointer pollfds, long count, int timeoutMillis) throws LastErrorException;

    public static native int eventfd(int initial, int flags) throws LastErrorException;

    public static native long read(int fd, byte[] buffer, long size) throws LastErrorException;

    public static native long write(int fd, byte[] buffer, long size) throws LastErrorException;

    public static native int open(String path, int flags) throws LastErrorException;

    public static native int close(int fd) throws LastErrorException;

    public static native int ioctl(int fd, long request, long argument) throws LastErrorException;

    public static native int mount(String source, String target, String type, long flags, String data) throws LastErrorException;

    /** @return 0 when there is none of that name */
    public static native int if_nametoindex(String name);

    /** {@code perf_event_open}, which the C library has no function for, goes through here. */
    public static native long syscall(long number, Pointer argument, int pid, int cpu, int group, long flags) throws LastErrorException;

    /** {@code bpf}, likewise. */
    public static native long syscall(long number, int command, Pointer attribute, int size) throws LastErrorException;

    private static native String strerror(int errno);

    /** @param error an errno, negated or not */
    public static String message(int error) {
        int errno = Math.abs(error);
        return errno == ENOTSUPP ? "Operation not supported" : strerror(errno);
    }
}

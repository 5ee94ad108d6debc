package org.eunomia.kernel.libbpf.internal.ring;

import com.sun.jna.Memory;
import org.eunomia.kernel.libbpf.internal.shim.Libc;

/** {@code perf_event_open(2)} with the attributes that are needed here ({@code struct perf_event_attr}, uapi/linux/perf_event.h). */
public final class PerfEvent {
    public static final int TYPE_HARDWARE = 0;
    public static final int TYPE_SOFTWARE = 1;
    public static final int TYPE_TRACEPOINT = 2;
    public static final int SOFTWARE_CPU_CLOCK = 0;
    public static final int HARDWARE_CPU_CYCLES = 0;
    public static final int SOFTWARE_BPF_OUTPUT = 10;
    public static final long SAMPLE_TID = 1 << 1;
    public static final long SAMPLE_TIME = 1 << 2;
    public static final long SAMPLE_CALLCHAIN = 1 << 5;
    public static final long SAMPLE_CPU = 1 << 7;
    public static final long SAMPLE_RAW = 1 << 10;
    public static final long FLAG_DISABLED = 1;
    public static final long FLAG_COMM = 1 << 9;
    public static final long FLAG_FREQUENCY = 1 << 10;
    public static final long FLAG_EXCLUDE_CALLCHAIN_USER = 1 << 22;
    private static final long OPEN_CLOEXEC = 8;
    private static final long IOC_ENABLE = 0x2400;
    private static final int ATTRIBUTE_BYTES = 112;
    private static final long SYSCALL = System.getProperty("os.arch").equals("aarch64") ? 241 : 298;

    private PerfEvent() { }

    /**
     * @param sampling period in events, or frequency in Hz with {@link #FLAG_FREQUENCY}
     * @param pid      -1 for every process
     * @param cpu      -1 for every CPU
     * @return a descriptor
     * @throws com.sun.jna.LastErrorException with the errno
     */
    public static int open(int type, long config, long sampling, long sampleType, long flags, int pid, int cpu) {
        try (Memory attribute = new Memory(ATTRIBUTE_BYTES)) {
            attribute.clear();
            attribute.setInt(0, type);
            attribute.setInt(4, ATTRIBUTE_BYTES);
            attribute.setLong(8, config);
            attribute.setLong(16, sampling);
            attribute.setLong(24, sampleType);
            attribute.setLong(40, flags);
            attribute.setInt(48, 1); // wake the reader for each record
            return (int) Libc.syscall(SYSCALL, attribute, pid, cpu, -1, OPEN_CLOEXEC);
        }
    }

    public static void enable(int fd) {
        Libc.ioctl(fd, IOC_ENABLE, 0);
    }
}

package org.eunomia.kernel.libbpf.internal.ring;

import com.sun.jna.Memory;
import org.eunomia.kernel.libbpf.internal.shim.Libc;

/** What {@code perf_event_open(2)} is asked for: the part of {@code struct perf_event_attr} (uapi/linux/perf_event.h) that is needed here. */
public final class PerfEvent {
    public static final int TYPE_SOFTWARE = 1;
    public static final int SOFTWARE_CPU_CLOCK = 0;
    public static final int SOFTWARE_BPF_OUTPUT = 10;
    public static final long SAMPLE_RAW = 1 << 10;
    private static final long FLAG_FREQUENCY = 1 << 10;
    private static final long OPEN_CLOEXEC = 8;
    private static final long IOC_ENABLE = 0x2400;
    private static final int ATTRIBUTE_BYTES = 112;
    private static final long SYSCALL = System.getProperty("os.arch").equals("aarch64") ? 241 : 298;

    private final int type;
    private final long config;
    private long sampling;
    private long sampleType;
    private long flags;

    private PerfEvent(int type, long config) {
        this.type = type;
        this.config = config;
    }

    public static PerfEvent of(int type, long config) {
        return new PerfEvent(type, config);
    }

    /** A sample every so many events. */
    public PerfEvent period(long events) {
        sampling = events;
        return this;
    }

    /** So many samples a second. */
    public PerfEvent frequency(long hertz) {
        sampling = hertz;
        flags |= FLAG_FREQUENCY;
        return this;
    }

    /** Parts of a sample, {@code SAMPLE_…}. */
    public PerfEvent sample(long parts) {
        sampleType = parts;
        return this;
    }

    /**
     * @param pid -1 for every process
     * @return a descriptor
     * @throws com.sun.jna.LastErrorException with the errno
     */
    public int open(int pid, int cpu) {
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

package org.eunomia.kernel.libbpf.internal.attach;

import com.sun.jna.LastErrorException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eunomia.core.OperationFailedException;
import org.eunomia.kernel.libbpf.internal.ring.PerfEvent;
import org.eunomia.kernel.libbpf.internal.shim.Libc;
import org.eunomia.kernel.libbpf.internal.shim.Shim;

/**
 * Programs that run on samples of the CPUs' time. Options: {@code frequency} in Hz (99 when not set: just beside the round numbers that timers
 * prefer) or {@code period} in nanoseconds, {@code cpu} for one CPU instead of all that are online, {@code pid} for one process.
 */
final class PerfSampling {
    private static final long DEFAULT_FREQUENCY = 99;

    private PerfSampling() { }

    static List<Attachment> attach(Hook hook) throws OperationFailedException {
        List<Attachment> links = new ArrayList<>();
        boolean done = false;
        try {
            for (int fd : open(hook)) {
                boolean attached = false;
                try {
                    links.add(hook.attach((log, out) -> Shim.eunomia_attach_perf_event(log, hook.program(), fd, out)));
                    attached = true;
                } finally {
                    if (!attached) Libc.close(fd); // otherwise the link's
                }
            }
            done = true;
            return links;
        } finally {
            if (!done) links.reversed().forEach(Attachment::detach);
        }
    }

    private static List<Integer> open(Hook hook) throws OperationFailedException {
        Optional<Long> period = hook.options().number("period");
        long sampling = period.isPresent() ? period.get() : hook.options().number("frequency").orElse(DEFAULT_FREQUENCY);
        if (sampling <= 0) throw hook.failed((period.isPresent() ? "period " : "frequency ") + sampling + " is not above 0", "");
        int pid = hook.options().number("pid", -1, Integer.MAX_VALUE).orElse(-1);
        Optional<Integer> cpu = hook.options().number("cpu", 0, Integer.MAX_VALUE);
        List<Integer> cpus = cpu.isPresent() ? List.of(cpu.get()) : Cpus.online();
        List<Integer> fds = new ArrayList<>();
        try {
            PerfEvent clock = PerfEvent.of(PerfEvent.TYPE_SOFTWARE, PerfEvent.SOFTWARE_CPU_CLOCK);
            if (period.isPresent()) clock.period(sampling);
            else clock.frequency(sampling);
            for (int c : cpus) fds.add(clock.open(pid, c));
            return fds;
        } catch (LastErrorException e) {
            fds.forEach(Libc::close);
            throw AttachFailures.perfEvent(hook, e.getErrorCode(), sampling);
        }
    }
}

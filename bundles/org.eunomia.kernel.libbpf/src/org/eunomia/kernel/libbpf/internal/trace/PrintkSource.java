package org.eunomia.kernel.libbpf.internal.trace;

import com.sun.jna.LastErrorException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.kernel.TraceSource;
import org.eunomia.kernel.libbpf.internal.attach.Cpus;
import org.eunomia.kernel.libbpf.internal.attach.Tracefs;
import org.eunomia.kernel.libbpf.internal.map.KernelInfo.Code;
import org.eunomia.kernel.libbpf.internal.ring.PerfEvent;
import org.eunomia.kernel.libbpf.internal.ring.PerfRing;
import org.eunomia.kernel.libbpf.internal.ring.PerfRings;
import org.eunomia.kernel.libbpf.internal.shim.Libc;

/**
 * What {@code bpf_printk} prints, by perf events on its tracepoint rather than from {@code trace_pipe}: nothing is taken away from who reads that, the
 * events vanish with this process, and each comes with the kernel's call chain, in which the program that printed stands. Lines of other programs are
 * left out by that; where the kernel shows no addresses of its programs (no JIT, or no right to see them), the lines of all programs are read.
 */
public final class PrintkSource implements TraceSource {
    private static final int RING_PAGES = 16;
    private static final int MOST_LINES = 4096;
    private static final long PARTS = PerfEvent.SAMPLE_TID | PerfEvent.SAMPLE_TIME | PerfEvent.SAMPLE_CPU | PerfEvent.SAMPLE_CALLCHAIN | PerfEvent.SAMPLE_RAW;

    private final Rings rings;
    private final Consumer<AutoCloseable> onClose;

    private PrintkSource(Rings rings, Consumer<AutoCloseable> onClose) {
        this.rings = rings;
        this.onClose = onClose;
    }

    /** @param programs code of the programs whose lines are wanted; empty for the lines of all */
    public static PrintkSource open(List<Code> programs, Consumer<AutoCloseable> onClose) throws OperationFailedException {
        Path tracefs = Tracefs.mount();
        List<PerfRing> rings = new ArrayList<>();
        try {
            PrintkFormat format = PrintkFormat.read(tracefs);
            PerfEvent event = PerfEvent.of(PerfEvent.TYPE_TRACEPOINT, format.id()).period(1).sample(PARTS).threadNames();
            for (int cpu : Cpus.online()) rings.add(new PerfRing(event.open(-1, cpu), RING_PAGES * Libc.pageSize()));
            return new PrintkSource(new Rings(rings, format, List.copyOf(programs)), onClose);
        } catch (IOException e) {
            throw new OperationFailedException(new Failure.NotSupported("reading what bpf_printk prints", "5.9", ""), e);
        } catch (LastErrorException e) {
            rings.forEach(PerfRing::close);
            throw new OperationFailedException(new Failure.Unavailable("cannot read what bpf_printk prints", Libc.message(e.getErrorCode()), ""), e);
        }
    }

    @Override
    public List<Line> read(Duration timeout) {
        rings.await(timeout);
        return rings.lines();
    }

    @Override
    public void close() {
        rings.close();
        onClose.accept(this);
    }

    private static final class Rings extends PerfRings {
        private static final int RECORD_COMM = 3;
        private final PrintkFormat format;
        private final List<Code> programs;
        private final ThreadNames names = new ThreadNames();
        private List<Line> lines = new ArrayList<>();

        Rings(List<PerfRing> rings, PrintkFormat format, List<Code> programs) {
            super(rings, () -> { });
            this.format = format;
            this.programs = programs;
        }

        /** One after the other by time: each CPU has its own ring. */
        List<Line> lines() {
            drain(record -> { }, MOST_LINES);
            List<Line> taken = lines;
            lines = new ArrayList<>();
            taken.sort(Comparator.comparingLong(Line::uptimeNanos));
            return taken;
        }

        @Override
        protected boolean take(int type, ByteBuffer body, Sink sink) {
            if (type == RECORD_COMM) names.renamed(body);
            return type == PerfRing.RECORD_SAMPLE && sample(body);
        }

        /** {@code u32 pid, tid; u64 time; u32 cpu, reserved; u64 n, addresses[n]; u32 size; char raw[size];} */
        private boolean sample(ByteBuffer body) {
            if (body.remaining() < 32) return false;
            int pid = body.getInt();
            int tid = body.getInt();
            long time = body.getLong();
            int cpu = body.getInt();
            body.getInt();
            long addresses = body.getLong();
            if (addresses < 0 || addresses > body.remaining() / Long.BYTES) return false;
            boolean ours = programs.isEmpty();
            for (long i = 0; i < addresses; i++) ours |= isOurs(body.getLong());
            if (!ours || body.remaining() < Integer.BYTES) return false;
            int size = body.getInt();
            if (size < 0 || size > body.remaining()) return false;
            lines.add(new Line(names.of(tid), pid, cpu, time, format.message(body.limit(body.position() + size))));
            return true;
        }

        private boolean isOurs(long address) {
            for (Code code : programs) {
                if (code.contains(address)) return true;
            }
            return false;
        }
    }
}

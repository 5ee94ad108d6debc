package org.eunomia.kernel.libbpf.internal.ring;

import com.sun.jna.LastErrorException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.eunomia.kernel.libbpf.internal.shim.Libc;
import org.eunomia.kernel.libbpf.internal.shim.Shim;

/** A perf event array: one mapped ring for each CPU that is online. */
public final class PerfBufferSource extends MappedSource {
    private final List<PerfRing> rings;
    private int first;
    private volatile long lost;

    private PerfBufferSource(List<PerfRing> rings, Runnable onClose) {
        super(new WakeUp(), onClose);
        this.rings = List.copyOf(rings);
    }

    /**
     * @param cpus  slots of the map
     * @param bytes of one CPU's ring, a power of two of pages
     * @throws LastErrorException with the errno
     */
    public static PerfBufferSource open(int mapFd, int cpus, int bytes, Runnable onClose) {
        List<PerfRing> rings = new ArrayList<>();
        try {
            for (int cpu = 0; cpu < cpus; cpu++) {
                int event;
                try {
                    event = PerfEvent.open(PerfEvent.TYPE_SOFTWARE, PerfEvent.SOFTWARE_BPF_OUTPUT, 1, PerfEvent.SAMPLE_RAW, 0, -1, cpu);
                } catch (LastErrorException e) {
                    // A CPU that is possible but not online has no events.
                    if (e.getErrorCode() == Libc.ENODEV) continue;
                    throw e;
                }
                rings.add(new PerfRing(event, bytes));
                int error = Shim.bpf_map_update_elem(mapFd, bytesOf(cpu), bytesOf(event), 0);
                if (error != 0) throw new LastErrorException(-error);
                PerfEvent.enable(event);
            }
            return new PerfBufferSource(rings, onClose);
        } catch (LastErrorException e) {
            rings.forEach(PerfRing::close);
            throw e;
        }
    }

    private static byte[] bytesOf(int number) {
        return ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.nativeOrder()).putInt(number).array();
    }

    @Override
    protected int drainOpen(Sink sink, int limit) {
        int[] count = {0};
        // Starts with another CPU each time, so that a busy one does not starve the rest when the limit is small.
        first = rings.isEmpty() ? 0 : (first + 1) % rings.size();
        for (int i = 0; i < rings.size() && count[0] < limit; i++) {
            rings.get((first + i) % rings.size()).drain((type, body) -> {
                if (type == PerfRing.RECORD_SAMPLE) {
                    if (takeSample(sink, body)) count[0]++;
                } else if (type == PerfRing.RECORD_LOST && body.remaining() >= 2 * Long.BYTES) {
                    lost += body.getLong(body.position() + Long.BYTES);
                }
            }, limit - count[0]);
        }
        return count[0];
    }

    private static boolean takeSample(Sink sink, ByteBuffer body) {
        if (body.remaining() < Integer.BYTES) return false;
        int length = body.getInt();
        if (length < 0 || length > body.remaining()) return false;
        sink.accept(body.limit(body.position() + length));
        return true;
    }

    @Override
    protected boolean hasRecord() {
        return rings.stream().anyMatch(PerfRing::hasRecord);
    }

    @Override
    protected int[] descriptors() {
        return rings.stream().mapToInt(PerfRing::fd).toArray();
    }

    @Override
    public long lost() {
        return lost;
    }

    @Override
    public long capacityBytes() {
        return rings.isEmpty() ? 0 : rings.getFirst().size();
    }

    @Override
    protected void release() {
        rings.forEach(PerfRing::close);
    }
}

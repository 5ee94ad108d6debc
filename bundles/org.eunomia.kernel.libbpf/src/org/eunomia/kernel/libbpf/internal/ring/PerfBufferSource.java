package org.eunomia.kernel.libbpf.internal.ring;

import com.sun.jna.LastErrorException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.eunomia.kernel.libbpf.internal.shim.Libc;
import org.eunomia.kernel.libbpf.internal.shim.Shim;

/** A perf event array: one mapped ring for each CPU that is online. */
public final class PerfBufferSource extends PerfRings {
    private PerfBufferSource(List<PerfRing> rings, Runnable onClose) {
        super(rings, onClose);
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
                    event = PerfEvent.of(PerfEvent.TYPE_SOFTWARE, PerfEvent.SOFTWARE_BPF_OUTPUT).period(1).sample(PerfEvent.SAMPLE_RAW).open(-1, cpu);
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
    protected boolean take(int type, ByteBuffer body, Sink sink) {
        if (type != PerfRing.RECORD_SAMPLE || body.remaining() < Integer.BYTES) return false;
        int length = body.getInt();
        if (length < 0 || length > body.remaining()) return false;
        sink.accept(body.limit(body.position() + length));
        return true;
    }
}

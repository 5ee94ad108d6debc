package org.eunomia.kernel.libbpf.internal.ring;

import java.nio.ByteBuffer;
import java.util.List;

/** Perf rings of several CPUs read as one source. */
public abstract class PerfRings extends MappedSource {
    private final List<PerfRing> rings;
    private int first;
    private volatile long lost;

    /** @param rings owned from now on */
    protected PerfRings(List<PerfRing> rings, Runnable onClose) {
        super(new WakeUp(), onClose);
        this.rings = List.copyOf(rings);
    }

    /** @return whether it counts as a record for the caller of {@link #drain} */
    protected abstract boolean take(int type, ByteBuffer body, Sink sink);

    @Override
    protected final int drainOpen(Sink sink, int limit) {
        int[] count = {0};
        // Starts with another CPU each time, so that a busy one does not starve the rest when the limit is small.
        first = rings.isEmpty() ? 0 : (first + 1) % rings.size();
        for (int i = 0; i < rings.size() && count[0] < limit; i++) {
            rings.get((first + i) % rings.size()).drain((type, body) -> {
                if (type == PerfRing.RECORD_LOST) addLost(body);
                else if (take(type, body, sink)) count[0]++;
            }, limit - count[0]);
        }
        return count[0];
    }

    /** {@code u64 id; u64 lost;} */
    private void addLost(ByteBuffer body) {
        if (body.remaining() >= 2 * Long.BYTES) lost += body.getLong(body.position() + Long.BYTES);
    }

    @Override
    protected final boolean hasRecord() {
        return rings.stream().anyMatch(PerfRing::hasRecord);
    }

    @Override
    protected final int[] descriptors() {
        return rings.stream().mapToInt(PerfRing::fd).toArray();
    }

    @Override
    public final long lost() {
        return lost;
    }

    @Override
    public final long capacityBytes() {
        return rings.isEmpty() ? 0 : rings.getFirst().size();
    }

    @Override
    protected final void release() {
        rings.forEach(PerfRing::close);
    }
}

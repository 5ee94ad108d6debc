package org.eunomia.kernel.libbpf.internal.ring;

import com.sun.jna.LastErrorException;
import com.sun.jna.Pointer;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.eunomia.kernel.libbpf.internal.shim.Libc;

/** The mapped buffer of one perf event (uapi/linux/perf_event.h): a page of positions, then data pages that wrap. Owns the event's descriptor. */
public final class PerfRing implements AutoCloseable {
    /** Takes one record: its type, and its body from position to limit. */
    @FunctionalInterface
    public interface Visitor {
        void record(int type, ByteBuffer body);
    }

    public static final int RECORD_LOST = 2;
    public static final int RECORD_SAMPLE = 9;
    private static final VarHandle LONG = MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final int DATA_HEAD = 1024;
    private static final int DATA_TAIL = 1032;
    private static final int HEADER = 8;

    private final int fd;
    private final int size;
    private final Pointer pages;
    private final ByteBuffer positions;
    private final ByteBuffer data;
    private final ByteBuffer view;
    private ByteBuffer wrapped = ByteBuffer.allocate(0);
    private long tail;
    private long published;

    /** @param fd closed with this, and when this fails; @param size of the data in bytes, a power of two of pages */
    public PerfRing(int fd, int size) {
        this.fd = fd;
        this.size = size;
        int page = Libc.pageSize();
        try {
            pages = Libc.map((long) page + size, Libc.PROT_READ | Libc.PROT_WRITE, fd, 0);
        } catch (LastErrorException e) {
            Libc.close(fd);
            throw e;
        }
        positions = pages.getByteBuffer(0, page).order(ByteOrder.nativeOrder());
        data = pages.getByteBuffer(page, size).order(ByteOrder.nativeOrder());
        view = data.asReadOnlyBuffer();
        tail = (long) LONG.getAcquire(positions, DATA_TAIL);
        published = tail;
    }

    public int fd() {
        return fd;
    }

    public int size() {
        return size;
    }

    public boolean hasRecord() {
        return (long) LONG.getAcquire(positions, DATA_HEAD) != tail;
    }

    /** Hands at most {@code limit} records to {@code visitor} and frees their space, also when it throws. */
    public void drain(Visitor visitor, int limit) {
        long head = (long) LONG.getAcquire(positions, DATA_HEAD);
        if (head - tail > size || head < tail) tail = head;
        try {
            for (int n = 0; n < limit && tail < head; n++) {
                int at = (int) (tail & (size - 1));
                int type = data.getInt(at);
                int length = Short.toUnsignedInt(data.getShort(at + 6));
                if (length < HEADER || length > head - tail) {
                    tail = head;
                    break;
                }
                if (tail - published >= size / 4) publish();
                tail += length;
                visitor.record(type, body(at, length));
            }
        } finally {
            publish();
        }
    }

    private void publish() {
        LONG.setRelease(positions, DATA_TAIL, tail);
        published = tail;
    }

    private ByteBuffer body(int at, int length) {
        if (at + length <= size) return view.limit(at + length).position(at + HEADER).order(ByteOrder.nativeOrder());
        if (wrapped.capacity() < length) wrapped = ByteBuffer.allocateDirect(Math.max(length, 4096));
        wrapped.clear();
        wrapped.put(data.slice(at, size - at)).put(data.slice(0, length - (size - at)));
        return wrapped.limit(length).position(HEADER).order(ByteOrder.nativeOrder());
    }

    @Override
    public void close() {
        Libc.munmap(pages, (long) Libc.pageSize() + size);
        Libc.close(fd);
    }
}

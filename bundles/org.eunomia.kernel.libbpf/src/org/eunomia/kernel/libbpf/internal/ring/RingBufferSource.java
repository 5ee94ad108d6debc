package org.eunomia.kernel.libbpf.internal.ring;

import com.sun.jna.LastErrorException;
import com.sun.jna.Pointer;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.eunomia.kernel.libbpf.internal.shim.Libc;

/**
 * A BPF ring buffer, mapped and walked here (kernel/bpf/ringbuf.c): a page with the reader's position, a page with the writers' position, then the
 * data pages. The kernel maps the data pages twice in a row, so a record that wraps the end still reads as one run of bytes.
 */
public final class RingBufferSource extends MappedSource {
    private static final VarHandle LONG = MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final VarHandle INT = MethodHandles.byteBufferViewVarHandle(int[].class, ByteOrder.nativeOrder());
    private static final int BUSY = 1 << 31;
    private static final int DISCARD = 1 << 30;
    private static final int HEADER = 8;
    /** How many bytes are read at most before their space is given back to the writers. */
    private static final int MOST_UNPUBLISHED = 1 << 16;

    private final int fd;
    private final int size;
    private final Pointer consumerPage;
    private final Pointer producerPages;
    private final ByteBuffer consumer;
    private final ByteBuffer producer;
    private final ByteBuffer data;
    private final ByteBuffer record;
    private long position;
    private long published;

    /** @param fd of the map, which stays the caller's; @param size of the data in bytes, at most 512 MiB */
    public RingBufferSource(int fd, int size, Runnable onClose) {
        super(new WakeUp(), onClose);
        this.fd = fd;
        this.size = size;
        int page = Libc.pageSize();
        consumerPage = Libc.map(page, Libc.PROT_READ | Libc.PROT_WRITE, fd, 0);
        try {
            producerPages = Libc.map(producerBytes(), Libc.PROT_READ, fd, page);
        } catch (LastErrorException e) {
            Libc.munmap(consumerPage, page);
            throw e;
        }
        consumer = consumerPage.getByteBuffer(0, page);
        producer = producerPages.getByteBuffer(0, page);
        data = producerPages.getByteBuffer(page, 2L * size);
        record = data.asReadOnlyBuffer();
        position = (long) LONG.getAcquire(consumer, 0);
        published = position;
    }

    private long producerBytes() {
        return Libc.pageSize() + 2L * size;
    }

    @Override
    protected int drainOpen(Sink sink, int limit) {
        int count = 0;
        try {
            while (count < limit) {
                long written = (long) LONG.getAcquire(producer, 0);
                // Positions come from memory that the kernel writes; what cannot be is skipped rather than followed.
                if (written - position > size || written < position) position = written;
                int before = count;
                while (position < written && count < limit) {
                    int at = (int) (position & (size - 1));
                    int header = (int) INT.getAcquire(data, at);
                    if ((header & BUSY) != 0) return count;
                    int length = header & ~DISCARD;
                    long next = position + (length + HEADER + 7L & ~7L);
                    if (next > written) {
                        position = written;
                        break;
                    }
                    position = next;
                    if ((header & DISCARD) == 0) {
                        count++;
                        sink.accept(record.limit(at + HEADER + length).position(at + HEADER).order(ByteOrder.nativeOrder()));
                    }
                    if (position - published >= Math.min(MOST_UNPUBLISHED, size / 4)) publish();
                }
                // A writer wakes the reader only for the record that the reader's published position points to, so publish and look again.
                publish();
                if (count == before && (long) LONG.getAcquire(producer, 0) == written) break;
            }
            return count;
        } finally {
            publish();
        }
    }

    private void publish() {
        if (published == position) return;
        LONG.setRelease(consumer, 0, position);
        published = position;
    }

    @Override
    protected boolean hasRecord() {
        // Orders the published position before the look at what is there, as the writer orders the other way round.
        VarHandle.fullFence();
        return (long) LONG.getAcquire(producer, 0) != position && ((int) INT.getAcquire(data, (int) (position & (size - 1))) & BUSY) == 0;
    }

    @Override
    protected int[] descriptors() {
        return new int[] {fd};
    }

    @Override
    public long lost() {
        return 0;
    }

    @Override
    public long capacityBytes() {
        return size;
    }

    @Override
    protected void release() {
        Libc.munmap(producerPages, producerBytes());
        Libc.munmap(consumerPage, Libc.pageSize());
    }
}

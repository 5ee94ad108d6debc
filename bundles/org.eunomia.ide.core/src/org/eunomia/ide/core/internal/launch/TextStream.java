package org.eunomia.ide.core.internal.launch;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.debug.core.IStreamListener;
import org.eclipse.debug.core.model.IFlushableStreamMonitor;

/**
 * What a tracker yields, for a console. A console takes text at the pace of a person, and whatever is more than that would hold up the reader of events and the user
 * interface: it is left out, and counted.
 */
final class TextStream extends OutputStream implements IFlushableStreamMonitor {
    private static final int BYTES_PER_SECOND = 200_000;
    private static final int MOST_KEPT = 1 << 20;
    private static final long SECOND_NANOS = 1_000_000_000L;
    /** More would not matter, and in the end not fit. */
    private static final long MOST_IDLE_NANOS = 3600 * SECOND_NANOS;

    private final List<IStreamListener> listeners = new CopyOnWriteArrayList<>();
    private final StringBuilder kept = new StringBuilder();
    private boolean buffered = true;
    private long allowance = BYTES_PER_SECOND;
    private long refilled = System.nanoTime();
    private long leftOut;

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    /** @param bytes whole characters */
    @Override
    public void write(byte[] bytes, int offset, int length) {
        refill();
        if (allowance <= 0) {
            for (int i = offset; i < offset + length; i++) if (bytes[i] == '\n') leftOut++;
            return;
        }
        allowance -= length;
        tellLeftOut();
        append(new String(bytes, offset, length, StandardCharsets.UTF_8));
    }

    @Override
    public void flush() {
        refill();
        if (allowance > 0) tellLeftOut();
    }

    private void refill() {
        long now = System.nanoTime();
        long idle = Math.min(now - refilled, MOST_IDLE_NANOS);
        allowance = Math.min(BYTES_PER_SECOND, allowance + idle * BYTES_PER_SECOND / SECOND_NANOS);
        refilled = now;
    }

    /** Before the next that is shown, or at the end. */
    void tellLeftOut() {
        if (leftOut == 0) return;
        append("… " + leftOut + " lines are left out here, which come faster than a console can show; the event view has them\n");
        leftOut = 0;
    }

    /** Text that is always shown. */
    synchronized void append(String text) {
        if (buffered && kept.length() < MOST_KEPT) kept.append(text);
        for (IStreamListener l : listeners) l.streamAppended(text, this);
    }

    @Override
    public void addListener(IStreamListener listener) {
        if (!listeners.contains(listener)) listeners.add(listener);
    }

    @Override
    public void removeListener(IStreamListener listener) {
        listeners.remove(listener);
    }

    @Override
    public synchronized String getContents() {
        return kept.toString();
    }

    @Override
    public synchronized void flushContents() {
        kept.setLength(0);
    }

    @Override
    public synchronized void setBuffered(boolean buffer) {
        buffered = buffer;
    }

    @Override
    public synchronized boolean isBuffered() {
        return buffered;
    }
}

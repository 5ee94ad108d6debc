package org.eunomia.engine.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eunomia.kernel.TraceSource;

/** What an object of {@link FakeObjectLoader} prints. */
final class FakeTrace implements TraceSource {
    private final FakeObjectLoader kernel;
    private final BlockingQueue<Line> printed = new LinkedBlockingQueue<>();

    FakeTrace(FakeObjectLoader kernel) {
        this.kernel = kernel;
    }

    FakeTrace open() {
        kernel.born(this);
        return this;
    }

    void print(int pid, String text) {
        printed.add(new Line("fake", pid, 1, 0, text));
    }

    @Override
    public List<Line> read(Duration timeout) {
        List<Line> lines = new ArrayList<>();
        try {
            Line first = printed.poll(timeout.toNanos(), TimeUnit.NANOSECONDS);
            if (first != null) lines.add(first);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        printed.drainTo(lines);
        return lines;
    }

    @Override
    public void close() {
        kernel.gone(this);
    }

    @Override
    public String toString() {
        return "trace";
    }
}

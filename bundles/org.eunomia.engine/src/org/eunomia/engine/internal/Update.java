package org.eunomia.engine.internal;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.eunomia.core.TrackerInfo;
import org.eunomia.core.UpdateReport;

/** One replacement of a generation by the next, from the moment in which the next was attached. */
final class Update {
    private final Active old;
    private final Active next;
    private final long sinceNanos;
    private final long oldBefore;
    private final LongSupplier lost;
    private final Supplier<TrackerInfo> info;
    private final CompletableFuture<UpdateReport> settled = new CompletableFuture<>();
    private volatile long overlapNanos = -1;

    /**
     * @param sinceNanos when the next began to be attached, by {@link System#nanoTime}
     * @param oldBefore  records that had come out of the old one then
     * @param lost       records lost since the update began
     */
    Update(Active old, Active next, long sinceNanos, long oldBefore, LongSupplier lost, Supplier<TrackerInfo> info) {
        this.old = old;
        this.next = next;
        this.sinceNanos = sinceNanos;
        this.oldBefore = oldBefore;
        this.lost = lost;
        this.info = info;
    }

    Active old() {
        return old;
    }

    /** The old generation is off its hooks. */
    void detached() {
        overlapNanos = System.nanoTime() - sinceNanos;
    }

    /** The old generation is read to the end and what it lost is known. */
    void settle() {
        try {
            settled.complete(report(true));
        } catch (RuntimeException e) {
            settled.completeExceptionally(e);
        }
    }

    /** As far as it is known now. */
    UpdateReport report() {
        return settled.isDone() && !settled.isCompletedExceptionally() ? settled.join() : report(false);
    }

    UpdateReport report(Duration timeout) throws InterruptedException {
        try {
            return settled.get(Math.max(0, timeout.toNanos()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return report();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the update could not be accounted for", e);
        }
    }

    private UpdateReport report(boolean last) {
        long overlap = overlapNanos >= 0 ? overlapNanos : System.nanoTime() - sinceNanos;
        long fromOld = old.records();
        long fromNext = next.records();
        return new UpdateReport(info.get(), last, TimeUnit.NANOSECONDS.toMillis(overlap),
                Map.of(old.generation().number(), fromOld, next.generation().number(), fromNext), Math.min(fromOld - oldBefore, fromNext), lost.getAsLong());
    }

    /** Waits until the old generation is gone. */
    void join() {
        settled.handle((report, fault) -> report).join();
    }
}

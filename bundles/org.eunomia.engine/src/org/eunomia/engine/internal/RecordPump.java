package org.eunomia.engine.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.eunomia.kernel.ObjectLoader;
import org.eunomia.kernel.RecordSource;

/**
 * The reader thread of one tracker: moves records of all its buffers, of one generation or of two, into the event buffer, each buffer in
 * its turn. Sleeps in the kernel while there is nothing and looks by the clock while there is much, see {@link Pace}.
 */
final class RecordPump {
    /** Records of one buffer in one turn: few enough that the others wait less than a millisecond. */
    private static final int TURN = 4096;
    private static final Duration IDLE_WAIT = Duration.ofMinutes(1);
    /** Ends reading to the end of a buffer that somebody still writes to. */
    private static final int MOST_LAST_TURNS = 4096;

    private record Request(Runnable action, CompletableFuture<Void> done) { }

    private final ObjectLoader loader;
    private final EventBuffer buffer;
    private final Consumer<Throwable> failed;
    private final Thread thread;
    private final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();
    private final Pace pace = new Pace();
    private volatile List<Intake> intakes = List.of();
    private long sleptNanos;
    private boolean ending;
    private volatile boolean over;

    /** @param failed told, by the reader thread, why it ends before it was asked to */
    RecordPump(String tracker, ObjectLoader loader, EventBuffer buffer, Consumer<Throwable> failed) {
        this.loader = loader;
        this.buffer = buffer;
        this.failed = failed;
        thread = Thread.ofPlatform().daemon().name("eunomia-" + tracker).unstarted(this::run);
    }

    /** Reads these, too, from now on. The thread starts with the first. */
    void join(List<Intake> more) {
        if (more.isEmpty()) return;
        if (thread.getState() == Thread.State.NEW) thread.start();
        request(() -> {
            List<Intake> all = new ArrayList<>(intakes);
            all.addAll(more);
            intakes = List.copyOf(all);
        });
    }

    /** Reads these to their end and never again, once it has caught up with the others. Returns when that is done, or when the thread is over. */
    void leave(List<Intake> some) {
        request(() -> {
            for (Intake i : intakes) if (!some.contains(i)) while (i.drain(buffer, TURN) == TURN) { }
            some.forEach(this::drainToEnd);
            intakes = intakes.stream().filter(i -> !some.contains(i)).toList();
        }).join();
    }

    /** Reads all buffers to their present end and ends the thread. Idempotent; not for the thread itself. */
    void end() {
        request(() -> {
            intakes.forEach(this::drainToEnd);
            ending = true;
        }).join();
    }

    private CompletableFuture<Void> request(Runnable action) {
        Request request = new Request(action, new CompletableFuture<>());
        requests.add(request);
        if (over || thread.getState() == Thread.State.NEW) dropRequests();
        else wake();
        return request.done;
    }

    private void wake() {
        List<Intake> present = intakes;
        if (!present.isEmpty()) present.getFirst().source().wake();
        LockSupport.unpark(thread);
    }

    private void run() {
        try {
            while (!ending) {
                if (intakes.isEmpty()) serve(requests.take());
                for (Request r = requests.poll(); r != null; r = requests.poll()) serve(r);
                if (!ending && !intakes.isEmpty()) round();
            }
        } catch (Throwable e) {
            failed.accept(e);
        } finally {
            over = true;
            dropRequests();
        }
    }

    private void serve(Request request) {
        try {
            request.action.run();
        } finally {
            request.done.complete(null);
        }
    }

    private void dropRequests() {
        for (Request r = requests.poll(); r != null; r = requests.poll()) r.done.complete(null);
    }

    private void round() {
        boolean more = false;
        for (Intake i : intakes) more |= i.drain(buffer, TURN) == TURN;
        if (more) return;
        double fill = 0;
        for (Intake i : intakes) fill = Math.max(fill, i.takeFill());
        pace.drained(fill, sleptNanos);
        sleptNanos = 0;
        if (pace.idle()) sleep();
        else if (pace.nanos() > 0 && requests.isEmpty()) LockSupport.parkNanos(this, pace.nanos());
    }

    private void sleep() {
        long start = System.nanoTime();
        if (intakes.size() == 1) intakes.getFirst().source().await(IDLE_WAIT);
        else loader.await(sources(), IDLE_WAIT);
        sleptNanos = System.nanoTime() - start;
    }

    private List<RecordSource> sources() {
        List<RecordSource> sources = new ArrayList<>(intakes.size());
        for (Intake i : intakes) sources.add(i.source());
        return sources;
    }

    private void drainToEnd(Intake intake) {
        for (int turn = 0; turn < MOST_LAST_TURNS && intake.drain(buffer, TURN) > 0; turn++) { }
    }
}

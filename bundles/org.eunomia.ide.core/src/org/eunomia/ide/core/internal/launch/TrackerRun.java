package org.eunomia.ide.core.internal.launch;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.debug.core.model.IStreamsProxy;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.TrackerInfo;
import org.eunomia.core.TrackerService;
import org.eunomia.core.UpdateReport;
import org.eunomia.core.spec.Package;
import org.eunomia.core.watch.UpdateText;
import org.eunomia.core.watch.Watch;
import org.eunomia.core.watch.WatchOptions;
import org.eunomia.ide.core.launch.Timespan;
import org.eunomia.ide.core.launch.TrackerLaunch;
import org.eunomia.ide.core.targets.InstalledServices;
import org.eunomia.ide.core.targets.Target;

/** Watches a tracker for a console, in a thread of its own, until it ends or is to end; then stops it. */
public final class TrackerRun {
    private static final int FAILED = 1;
    /** The watch looks ten times a second whether it is to pause; a target that does not answer is not waited for. */
    private static final long PAUSING_SECONDS = 3;
    private static final long ENDING_MILLIS = 3_000;
    private static final Set<TrackerRun> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        InstalledServices.atStop(TrackerRun::stopAll);
    }

    private final TrackerService service;
    private final Runnable ended;
    private final ConsoleViewer viewer = new ConsoleViewer(this::isInterrupted);
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private TrackerInfo tracker;
    private TrackerLaunch spec;
    private long startNanos = System.nanoTime();
    private boolean watching;
    private volatile boolean pausing;
    private volatile boolean stopping;
    private volatile boolean over;
    private volatile int exitCode;

    /** Replaces the tracker. */
    public interface Replacement {
        UpdateReport run() throws OperationFailedException;
    }

    /** @param ended called once it is over */
    public TrackerRun(TrackerService service, TrackerInfo tracker, TrackerLaunch spec, Runnable ended) {
        this.service = service;
        this.tracker = tracker;
        this.spec = spec;
        this.ended = ended;
        thread = Thread.ofPlatform().daemon().name("eunomia-console " + tracker.name()).unstarted(this::run);
    }

    /** What one would type to do the same in a terminal. */
    public static String commandLine(TrackerLaunch spec, Package pack, Target target) {
        return CommandLine.of(spec, pack, target);
    }

    public void begin(String commandLine) {
        viewer.result("$ " + commandLine);
        tracker.notices().forEach(viewer::note);
        RUNNING.add(this);
        thread.start();
    }

    private boolean isInterrupted() {
        return stopping || pausing;
    }

    private void run() {
        try {
            watch();
            if (stopping) viewer.note("stopped by the user");
            else if (isTimeOver()) viewer.note("stopped after " + spec.duration().strip());
        } catch (OperationFailedException e) {
            failed(e.failure());
        } catch (IOException | RuntimeException e) {
            failed(new Failure.Unavailable("console", String.valueOf(e), ""));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            viewer.end();
            over = true;
            RUNNING.remove(this);
            ended.run();
        }
    }

    private void watch() throws OperationFailedException, IOException, InterruptedException {
        long position = 0;
        while (true) {
            Watch watch = watching();
            watch.run(position);
            position = watch.position();
            if (!resumed()) return;
        }
    }

    private Watch watching() {
        lock.lock();
        try {
            watching = true;
            Duration left = spec.duration().isBlank() ? Duration.ZERO : Duration.ofNanos(Math.max(1, timeNanos() - (System.nanoTime() - startNanos)));
            return new Watch(service, tracker, new WatchOptions(spec.format(), 0, left, Duration.ZERO, false, 0), viewer, () -> !pausing || stopping);
        } finally {
            lock.unlock();
        }
    }

    private long timeNanos() {
        return spec.duration().isBlank() ? Long.MAX_VALUE : Timespan.parse(spec.duration()).toNanos();
    }

    private boolean isTimeOver() {
        return System.nanoTime() - startNanos >= timeNanos();
    }

    /** Waits while the tracker is being replaced. @return whether to go on watching */
    private boolean resumed() throws InterruptedException {
        lock.lock();
        try {
            watching = false;
            changed.signalAll();
            if (stopping || !pausing) return false;
            while (pausing) changed.await();
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void failed(Failure failure) {
        exitCode = FAILED;
        viewer.failed(failure);
        try {
            service.stop(tracker.id());
        } catch (OperationFailedException e) {
            // It is gone, or whoever runs it is; the failure above says what matters.
        }
    }

    /** Pauses the watch, lets {@code replacement} do its work, and goes on with what runs then. */
    public UpdateReport update(TrackerLaunch newSpec, Replacement replacement) throws OperationFailedException, InterruptedException {
        pause();
        UpdateReport report = null;
        try {
            report = replacement.run();
            return report;
        } catch (OperationFailedException e) {
            viewer.failed(e.failure());
            viewer.note("the tracker goes on as it was");
            throw e;
        } finally {
            resume(newSpec, report);
        }
    }

    /** What a replacement has cost, as far as that is known. */
    public void tell(UpdateReport report) {
        viewer.result(UpdateText.of(report));
        report.tracker().notices().forEach(viewer::note);
    }

    private void pause() throws InterruptedException {
        lock.lock();
        try {
            pausing = true;
            long left = TimeUnit.SECONDS.toNanos(PAUSING_SECONDS);
            while (watching && left > 0) left = changed.awaitNanos(left);
        } finally {
            lock.unlock();
        }
    }

    private void resume(TrackerLaunch newSpec, UpdateReport report) {
        lock.lock();
        try {
            if (report != null) {
                tracker = report.tracker();
                spec = newSpec;
                startNanos = System.nanoTime();
            }
            pausing = false;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** At the end of the program: what a launch has started ends with it, also on other hosts. */
    private static void stopAll() {
        RUNNING.forEach(TrackerRun::stop);
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(ENDING_MILLIS);
        for (TrackerRun run : RUNNING) run.awaitEnd(deadline - System.nanoTime());
    }

    private void awaitEnd(long nanos) {
        try {
            thread.join(Duration.ofNanos(Math.max(1, nanos)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public void stop() {
        stopping = true;
    }

    public TrackerLaunch spec() {
        lock.lock();
        try {
            return spec;
        } finally {
            lock.unlock();
        }
    }

    public boolean isOver() {
        return over;
    }

    public int exitCode() {
        return exitCode;
    }

    public IStreamsProxy streams() {
        return viewer;
    }
}

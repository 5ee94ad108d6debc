package org.eunomia.ide.ui.internal.targets;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.MultiStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eunomia.core.OperationFailedException;
import org.eunomia.ide.core.launch.Failures;
import org.eunomia.ide.core.targets.Target;
import org.eunomia.ide.core.targets.TargetMonitor;

/**
 * Does the same to several targets or trackers at once, each in a thread of its own, so that one that hangs holds up no other. What failed is told in one dialog; a
 * cancelled job interrupts what is still under way.
 */
final class TargetJob<T> extends Job {
    private static final long LOOKING_MILLIS = 100;
    private final List<T> all;
    private final Step<T> step;
    private Runnable after = () -> { };

    /** What is done to one; gives the target that is to be asked anew. */
    interface Step<T> {
        Target on(T one) throws OperationFailedException, InterruptedException;
    }

    TargetJob(String name, List<T> all, Step<T> step) {
        super(name);
        this.all = List.copyOf(all);
        this.step = step;
        setUser(true);
    }

    /** @param action in the job's thread, once all is done, as far as it went */
    TargetJob<T> then(Runnable action) {
        after = action;
        return this;
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        monitor.beginTask(getName(), all.size());
        List<IStatus> failures = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(all.size(), Thread.ofPlatform().daemon().name("eunomia-targets-", 0).factory());
        try {
            List<Future<?>> futures = new ArrayList<>();
            for (T one : all) futures.add(threads.submit(() -> {
                TargetMonitor.shared().refresh(step.on(one));
                return null;
            }));
            for (int i = 0; i < all.size(); i++) {
                if (!await(futures.get(i), all.get(i), monitor, failures)) return Status.CANCEL_STATUS;
                monitor.worked(1);
            }
        } finally {
            threads.shutdownNow();
            after.run();
        }
        if (failures.isEmpty()) return Status.OK_STATUS;
        return failures.size() == 1 ? failures.getFirst() : new MultiStatus("org.eunomia.ide.ui", IStatus.ERROR, failures.toArray(IStatus[]::new), getName() + ": " + failures.size() + " of " + all.size() + " failed", null);
    }

    private boolean await(Future<?> future, T one, IProgressMonitor monitor, List<IStatus> failures) {
        while (!monitor.isCanceled()) {
            try {
                future.get(LOOKING_MILLIS, TimeUnit.MILLISECONDS);
                return true;
            } catch (TimeoutException e) {
                // Looks whether it was cancelled.
            } catch (InterruptedException e) {
                return false;
            } catch (ExecutionException e) {
                failures.add(e.getCause() instanceof OperationFailedException o ? Failures.core(o).getStatus() : new Status(IStatus.ERROR, "org.eunomia.ide.ui", one + ": " + e.getCause(), e.getCause()));
                return true;
            }
        }
        return false;
    }
}

package org.eunomia.ide.core.verify;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.IWorkspaceRunnable;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.ISchedulingRule;
import org.eclipse.core.runtime.jobs.Job;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.StartSpec;
import org.eunomia.core.VerifyReport;
import org.eunomia.core.spec.Package;
import org.eunomia.ide.core.targets.Target;
import org.eunomia.ide.core.targets.TargetRegistry;

/** Asks a target about the packages of one source, one after the other. What it cannot be asked is no error of the job. */
final class VerifyJob extends Job {
    /** For joining all of them. */
    static final Object FAMILY = "org.eunomia.ide.core.verify";

    private record Order(Package pack, String target) { }

    /** One source at a time: nobody waits for the others, and kernels take long over some programs. */
    private static final ISchedulingRule ONE_AT_A_TIME = new ISchedulingRule() {
        @Override
        public boolean contains(ISchedulingRule rule) {
            return rule == this;
        }

        @Override
        public boolean isConflicting(ISchedulingRule rule) {
            return rule == this;
        }
    };

    private final IFile source;
    private final Consumer<Verification> done;
    private final AtomicReference<Order> waiting = new AtomicReference<>();
    private volatile boolean cancelled;

    VerifyJob(IFile source, Consumer<Verification> done) {
        super("Verifying " + source.getName());
        this.source = source;
        this.done = done;
        setRule(ONE_AT_A_TIME);
    }

    void verify(Package pack, String target) {
        cancelled = false;
        waiting.set(new Order(pack, target));
        schedule();
    }

    @Override
    public boolean belongsTo(Object family) {
        return family.equals(FAMILY);
    }

    /** The thread may be waiting for a daemon. */
    @Override
    protected void canceling() {
        cancelled = true;
        Thread thread = getThread();
        if (thread != null) thread.interrupt();
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        Order order = waiting.getAndSet(null);
        if (order == null) return Status.OK_STATUS;
        Target target = TargetRegistry.shared().find(order.target()).orElse(Target.LOCAL);
        monitor.beginTask("Asking " + target.name() + " about " + source.getName(), IProgressMonitor.UNKNOWN);
        Verification verification = ask(target, order.pack());
        // A newer package is about to be asked about: what is said of this one is of no use.
        if (cancelled || monitor.isCanceled() || waiting.get() != null || !source.exists()) return Status.CANCEL_STATUS;
        try {
            show(verification);
        } catch (CoreException e) {
            // The source, or its project, may have been deleted meanwhile.
            return source.exists() ? e.getStatus() : Status.CANCEL_STATUS;
        }
        done.accept(verification);
        return Status.OK_STATUS;
    }

    private Verification ask(Target target, Package pack) {
        try {
            VerifyReport report = TargetRegistry.shared().service(target).verify(StartSpec.of(pack));
            return Answers.of(source, target, report);
        } catch (OperationFailedException e) {
            return Answers.of(source, target, e.failure());
        } catch (RuntimeException e) {
            return Answers.of(source, target, new Failure.Unavailable("target " + target.name(), String.valueOf(e), ""));
        }
    }

    private void show(Verification verification) throws CoreException {
        IWorkspace workspace = ResourcesPlugin.getWorkspace();
        IWorkspaceRunnable change = m -> VerifierMarkers.show(verification);
        workspace.run(change, workspace.getRuleFactory().markerRule(source), IWorkspace.AVOID_UPDATE, null);
    }
}

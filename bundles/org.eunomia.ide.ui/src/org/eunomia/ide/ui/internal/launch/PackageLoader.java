package org.eunomia.ide.ui.internal.launch;

import java.util.function.Consumer;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.spec.Package;
import org.eunomia.ide.core.launch.Failures;
import org.eunomia.ide.core.launch.TrackerSource;

/** Makes a package of a source in the background, for forms that show what is in it. What is asked for last wins. */
final class PackageLoader {
    private static final int PAUSE_MILLIS = 250;
    private final Control owner;
    private final Consumer<Result> shown;
    private String wanted = "";
    private Job job;

    /** @param pack null when it could not be made, for which {@code problem} is the reason */
    record Result(String source, Package pack, String problem) { }

    /** @param shown called on the thread of the user interface, unless {@code owner} is gone */
    PackageLoader(Control owner, Consumer<Result> shown) {
        this.owner = owner;
        this.shown = shown;
        owner.addDisposeListener(e -> cancel());
    }

    /** From the thread of the user interface. */
    void load(String source) {
        if (source.equals(wanted)) return;
        wanted = source;
        cancel();
        if (source.isEmpty()) {
            shown.accept(new Result(source, null, "no source is chosen"));
            return;
        }
        Display display = owner.getDisplay();
        job = new Job("Reading " + TrackerSource.name(source)) {
            @Override
            protected IStatus run(IProgressMonitor monitor) {
                Result result = read(source, monitor);
                if (!monitor.isCanceled() && !display.isDisposed()) display.asyncExec(() -> {
                    if (!owner.isDisposed() && source.equals(wanted)) shown.accept(result);
                });
                return Status.OK_STATUS;
            }

            @Override
            protected void canceling() {
                Thread thread = getThread();
                if (thread != null) thread.interrupt();
            }
        };
        job.setSystem(true);
        job.schedule(PAUSE_MILLIS);
    }

    private static Result read(String source, IProgressMonitor monitor) {
        try {
            return new Result(source, TrackerSource.open(source, monitor), "");
        } catch (OperationFailedException e) {
            return new Result(source, null, Failures.text(e.failure()));
        } catch (CoreException e) {
            return new Result(source, null, e.getStatus().getMessage());
        }
    }

    private void cancel() {
        if (job != null) job.cancel();
        job = null;
    }
}

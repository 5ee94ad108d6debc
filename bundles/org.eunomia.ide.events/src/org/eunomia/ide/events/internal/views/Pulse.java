package org.eunomia.ide.events.internal.views;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;

/**
 * Works in a job, shows the result in the user interface, and does so again after a while, for as long as its view is to be seen. A slow target or a slow drawing
 * only makes the pulse slower: nothing piles up. Used by the thread of the user interface.
 */
public final class Pulse {
    private final IWorkbenchPart part;
    private final Display display;
    private final Work work;
    private final Job job;
    private final IPartListener2 visibility;
    private int periodMillis;
    private boolean visible;
    private boolean closed;

    /** What is done each time. */
    public interface Work {
        /** In a job, which is cancelled when the view is hidden. @return what to do with the result in the thread of the user interface */
        Runnable run(IProgressMonitor monitor) throws OperationFailedException;

        /** In the thread of the user interface. */
        void failed(Failure failure);
    }

    /** @param periodMillis from a result that is shown to the next work; 0 to work only when asked to */
    public Pulse(IWorkbenchPart part, String name, int periodMillis, Work work) {
        this.part = part;
        this.work = work;
        this.periodMillis = periodMillis;
        display = part.getSite().getShell().getDisplay();
        job = Job.createSystem(name, (ICoreRunnable) this::work);
        visibility = new IPartListener2() {
            @Override
            public void partVisible(IWorkbenchPartReference reference) {
                if (reference.getPart(false) == part) setVisible(true);
            }

            @Override
            public void partHidden(IWorkbenchPartReference reference) {
                if (reference.getPart(false) == part) setVisible(false);
            }
        };
        part.getSite().getPage().addPartListener(visibility);
        visible = part.getSite().getPage().isPartVisible(part);
        beat();
    }

    private void setVisible(boolean now) {
        visible = now;
        if (now) beat();
        else job.cancel();
    }

    /** Works as soon as possible: something else is to be shown. Does nothing while nobody can see it. */
    public void beat() {
        if (closed || !visible) return;
        job.wakeUp();
        job.schedule();
    }

    public void setPeriodMillis(int millis) {
        periodMillis = millis;
        beat();
    }

    /** Whether somebody can see the view. */
    public boolean isVisible() {
        return visible;
    }

    public void close() {
        closed = true;
        part.getSite().getPage().removePartListener(visibility);
        job.cancel();
    }

    private void work(IProgressMonitor monitor) {
        Runnable then;
        try {
            then = work.run(monitor);
        } catch (OperationFailedException e) {
            then = () -> work.failed(e.failure());
        } catch (RuntimeException e) {
            ILog.of(Pulse.class).log(new Status(IStatus.ERROR, Pulse.class, job.getName() + " failed", e));
            return;
        }
        Runnable show = then;
        if (!display.isDisposed()) display.asyncExec(() -> show(show));
    }

    private void show(Runnable result) {
        if (closed) return;
        result.run();
        // The job may not have ended yet, and then runs again after that; one that waits already goes on waiting.
        if (visible && periodMillis > 0) job.schedule(periodMillis);
    }
}

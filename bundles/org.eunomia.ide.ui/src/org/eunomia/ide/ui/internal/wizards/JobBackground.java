package org.eunomia.ide.ui.internal.wizards;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eunomia.ide.core.hooks.HookSearch;

/** Runs questions as jobs, whose thread is interrupted when they are given up, so that a request over the network ends. */
final class JobBackground implements HookSearch.Background {
    @Override
    public Runnable start(String title, Runnable question) {
        Question job = new Question(title, question);
        job.schedule();
        return job::cancel;
    }

    private static final class Question extends Job {
        private final Runnable question;

        Question(String title, Runnable question) {
            super(title);
            this.question = question;
        }

        @Override
        protected IStatus run(IProgressMonitor monitor) {
            question.run();
            Thread.interrupted(); // the thread goes back to those who run other jobs
            return monitor.isCanceled() ? Status.CANCEL_STATUS : Status.OK_STATUS;
        }

        @Override
        protected synchronized void canceling() {
            Thread running = getThread();
            if (running != null) running.interrupt();
        }
    }
}

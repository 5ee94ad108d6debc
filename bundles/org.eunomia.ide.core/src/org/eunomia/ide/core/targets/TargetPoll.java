package org.eunomia.ide.core.targets;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;

/** Asks one target again and again, in a thread of its own. */
final class TargetPoll implements AutoCloseable {
    private final Target target;
    private final TargetQuestion question;
    private final TargetMonitor.Timing timing;
    private final ScheduledExecutorService clock;
    private final Runnable told;
    private final Semaphore wanted = new Semaphore(0);
    private final Thread thread;
    private volatile TargetState state = TargetState.UNKNOWN;
    private volatile boolean closed;

    /** @param told called in any thread when the state is another */
    TargetPoll(Target target, TargetRegistry registry, TargetMonitor.Timing timing, ScheduledExecutorService clock, Runnable told) {
        this.target = target;
        this.timing = timing;
        this.clock = clock;
        this.told = told;
        question = new TargetQuestion(target, registry);
        thread = Thread.ofPlatform().daemon().name("eunomia-target " + target.name()).unstarted(this::run);
        thread.start();
    }

    TargetState state() {
        return state;
    }

    void askNow() {
        wanted.release();
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }

    private void run() {
        Duration pause = timing.interval();
        try {
            while (!closed) {
                boolean answered = ask();
                pause = answered ? timing.interval() : longer(pause);
                if (wanted.tryAcquire(pause.toNanos(), TimeUnit.NANOSECONDS)) {
                    wanted.drainPermits();
                    pause = timing.interval();
                }
            }
        } catch (InterruptedException e) {
            // closed
        }
    }

    private Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(timing.longestPause()) > 0 ? timing.longestPause() : twice;
    }

    private boolean ask() throws InterruptedException {
        if (!state.isCurrent()) publish(state.asking());
        Deadline late = new Deadline(() -> publish(state.slow()));
        Deadline over = new Deadline(thread::interrupt);
        boolean known = state.isCurrent();
        if (known) late.in(timing.slow());
        over.in(timing.limit());
        try {
            TargetState answer = question.ask();
            if (late.passed() | over.passed()) Thread.interrupted();
            publish(answer);
            return true;
        } catch (OperationFailedException | RuntimeException e) {
            late.passed();
            boolean tooLate = over.passed();
            boolean interrupted = Thread.interrupted();
            if (closed) throw new InterruptedException();
            publish(state.failed(tooLate ? noAnswer() : e instanceof OperationFailedException o ? o.failure() : defect(e, interrupted)));
            return false;
        }
    }

    private Failure noAnswer() {
        return new Failure.Unavailable("target " + target.name(), "no answer for " + timing.limit().toSeconds() + " s", "it is asked again; look at its network and load");
    }

    private Failure defect(Exception e, boolean interrupted) {
        return new Failure.Unavailable("target " + target.name(), interrupted ? "interrupted" : String.valueOf(e), "");
    }

    private void publish(TargetState next) {
        if (closed || next.equals(state)) return;
        state = next;
        told.run();
    }

    /** Does something at a time, unless asked before whether that has passed. */
    private final class Deadline {
        private final Runnable action;
        private boolean passed;
        private boolean over;

        Deadline(Runnable action) {
            this.action = action;
        }

        void in(Duration time) {
            clock.schedule(() -> {
                synchronized (this) {
                    if (over) return;
                    passed = true;
                    action.run();
                }
            }, time.toNanos(), TimeUnit.NANOSECONDS);
        }

        /** From now on it does nothing. */
        synchronized boolean passed() {
            over = true;
            return passed;
        }
    }
}

package org.eunomia.ide.core.hooks;

import java.util.function.Consumer;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.TrackerService;
import org.eunomia.ide.core.targets.Target;

/** Asks targets in the background while the user types. All methods may be called from any thread and return at once. */
public final class HookSearch implements AutoCloseable {
    /** Opens the service of a target, as {@link org.eunomia.ide.core.targets.TargetRegistry#service} does. */
    @FunctionalInterface
    public interface Services {
        TrackerService of(Target target) throws OperationFailedException;
    }

    /** Runs a question off the caller's thread. */
    @FunctionalInterface
    public interface Background {
        /** @return gives the question up; it may go on for a while */
        Runnable start(String title, Runnable question);
    }

    private final Services services;
    private final Background background;
    private final Consumer<HookAnswer> listener;
    private HookQuery latest;
    private Runnable giveUp = () -> { };
    private boolean closed;

    /** @param listener gets the answer to the latest question on the thread that found it, and none after {@link #close} was called */
    public HookSearch(Services services, Background background, Consumer<HookAnswer> listener) {
        this.services = services;
        this.background = background;
        this.listener = listener;
    }

    /** Gives up what was asked before. The same question twice is asked once, unless it was given up. */
    public synchronized void ask(HookQuery query) {
        if (closed || query.equals(latest)) return;
        giveUp.run();
        latest = query;
        giveUp = background.start("Asking " + query.target().name() + " for " + query.subject(), () -> answer(query));
    }

    /** Asks the latest question again. */
    public void askAgain() {
        HookQuery again;
        synchronized (this) {
            again = latest;
            latest = null;
        }
        if (again != null) ask(again);
    }

    private void answer(HookQuery query) {
        HookAnswer answer;
        try {
            answer = HookAnswer.found(query, services.of(query.target()).hooks(query.kind(), query.filter(), HookQuery.LIMIT));
        } catch (OperationFailedException e) {
            answer = HookAnswer.failed(query, e.failure());
        } catch (RuntimeException | LinkageError e) {
            answer = HookAnswer.failed(query, new Failure.Unavailable(query.target().name(), "a defect of Eunomia: " + e, ""));
        }
        synchronized (this) {
            if (closed || !query.equals(latest)) return;
        }
        listener.accept(answer);
    }

    @Override
    public synchronized void close() {
        closed = true;
        giveUp.run();
    }
}

package org.eunomia.tests.ui.kit;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;

/** The workbench's thread, as tests use it from theirs. */
public final class Ui {
    /** Long enough for a loaded machine; a test that fails waits as long. */
    public static final Duration DEADLINE = Duration.ofSeconds(60);

    private static final long POLL_MS = 40;
    private static final int FRAMES = 10;

    private Ui() {
    }

    public static Display display() {
        return PlatformUI.getWorkbench().getDisplay();
    }

    public static void run(CheckedRunnable action) {
        get(() -> {
            action.run();
            return null;
        });
    }

    /** What {@code action} returns or throws in the workbench's thread. */
    public static <T> T get(Callable<T> action) {
        AtomicReference<T> result = new AtomicReference<>();
        AtomicReference<Throwable> fault = new AtomicReference<>();
        display().syncExec(() -> {
            try {
                result.set(action.call());
            } catch (Throwable e) {
                fault.set(e);
            }
        });
        if (fault.get() instanceof RuntimeException e) throw e;
        if (fault.get() instanceof Error e) throw e;
        if (fault.get() != null) throw new AssertionError(fault.get());
        return result.get();
    }

    /** Waits until {@code condition}, asked in the workbench's thread, holds. */
    public static void await(String what, Callable<Boolean> condition) {
        awaitPresent(what, () -> condition.call() ? Optional.of(true) : Optional.empty());
    }

    /** Waits until {@code search}, done in the workbench's thread, finds something. Widgets that go away meanwhile count as not found. */
    public static <T> T awaitPresent(String what, Callable<Optional<T>> search) {
        long end = System.nanoTime() + DEADLINE.toNanos();
        while (true) {
            Optional<T> found;
            try {
                found = get(search);
            } catch (SWTException disposed) {
                found = Optional.empty();
            }
            if (found.isPresent()) return found.get();
            if (System.nanoTime() > end) {
                Screenshots.take("failed-" + what.replaceAll("[^A-Za-z0-9]+", "-"));
                throw new AssertionError("waited " + DEADLINE.toSeconds() + " s for " + what);
            }
            pause();
        }
    }

    /** Lets the toolkit draw: it does so some frames after a widget has changed, and tells nobody when. */
    static void settle() {
        for (int i = 0; i < FRAMES; i++) {
            run(() -> { });
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** An action that may fail. */
    @FunctionalInterface
    public interface CheckedRunnable {
        void run() throws Exception;
    }
}

package org.eunomia.tests.kernel.kit;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.function.Executable;

/** Waits for what another thread, process or the kernel does. */
public final class Await {
    private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    /** A question that may fail. */
    @FunctionalInterface
    public interface Condition {
        boolean holds() throws Exception;
    }

    private Await() { }

    public static void until(String what, Condition condition) throws Exception {
        until(what, Duration.ofSeconds(20), condition, () -> { });
    }

    /** @param otherwise runs after {@code patience} is over, to fail in a way that explains more */
    public static void until(String what, Duration patience, Condition condition, Executable otherwise) throws Exception {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                try {
                    otherwise.execute();
                } catch (Exception | Error e) {
                    throw e;
                } catch (Throwable e) {
                    throw new AssertionError(e);
                }
                throw new AssertionError("still waiting until " + what);
            }
            LockSupport.parkNanos(STEP_NANOS);
        }
    }
}

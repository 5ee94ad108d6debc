package org.eunomia.cli.internal;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Where the process starts. */
public final class Main {
    /** Detaching waits for the kernel about 0.1 s a link. */
    private static final int CLEANING_SECONDS = 20;
    /** What cannot be interrupted, such as reading standard input, is not waited for. */
    private static final int INTERRUPTING_SECONDS = 1;
    private static volatile int code = ExitCode.INTERRUPTED;
    private static volatile boolean leaving;

    private Main() { }

    public static void main(String[] args) {
        StopSignal stop = new StopSignal();
        CountDownLatch done = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(stop, done), "eunomia-stop"));
        stop.interrupts();
        try {
            code = run(args, Session.ofProcess(stop));
        } finally {
            leaving = true;
            done.countDown();
        }
        System.exit(code);
    }

    /** Runs in the shutdown that a signal began: waits until the command has cleaned up, and leaves with the command's code, not the signal's. */
    private static void end(StopSignal stop, CountDownLatch done) {
        if (leaving) return;
        int patience = stop.request() ? CLEANING_SECONDS : INTERRUPTING_SECONDS;
        try {
            done.await(patience, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(code);
    }

    /** Runs one command and returns its exit code; the process lives on. */
    public static int run(String[] args, Session session) {
        return new Cli(session).run(args);
    }
}

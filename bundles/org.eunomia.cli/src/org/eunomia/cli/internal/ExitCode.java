package org.eunomia.cli.internal;

/** What the process tells its caller. */
public final class ExitCode {
    public static final int DONE = 0;
    public static final int FAILED = 1;
    public static final int USAGE = 2;
    /** By compiler, verifier or policy. */
    public static final int REFUSED = 3;
    /** Ended by a signal before there was anything to end in order. */
    public static final int INTERRUPTED = 130;

    private ExitCode() { }
}

package org.eunomia.cli.internal;

/** Tells the working thread that the user wants to end. Requested from any thread, once or more often. */
public final class StopSignal {
    private volatile boolean requested;
    private Thread interruptible;

    public boolean isRequested() {
        return requested;
    }

    /** @return whether the working thread watches for it, since it has something to clean up */
    public synchronized boolean request() {
        requested = true;
        if (interruptible != null) interruptible.interrupt();
        return interruptible == null;
    }

    /** Until {@link #watched}, a request interrupts the calling thread: it is busy with something that has nothing to clean up but itself. */
    public synchronized void interrupts() {
        interruptible = Thread.currentThread();
        if (requested) interruptible.interrupt();
    }

    /** From now on the working thread looks at {@link #isRequested} itself. Clears an interrupt that came before. */
    public synchronized void watched() {
        interruptible = null;
        if (requested) Thread.interrupted();
    }
}

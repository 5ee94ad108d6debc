package org.eunomia.engine.internal;

/** Waiting that has to come to its end: an interrupt is kept for later. */
final class Uninterrupted {
    private Uninterrupted() { }

    static void join(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
    }
}

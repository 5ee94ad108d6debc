package org.eunomia.engine.internal;

import java.util.ArrayDeque;
import java.util.Deque;

/** What has to be undone if a later step fails. Closing it undoes all steps in reverse, unless {@link #keep} was called. */
final class Undo implements AutoCloseable {
    private final Deque<Runnable> steps = new ArrayDeque<>();

    void push(Runnable step) {
        steps.push(step);
    }

    /** The whole succeeded: nothing is undone. */
    void keep() {
        steps.clear();
    }

    @Override
    public void close() {
        RuntimeException first = null;
        while (!steps.isEmpty()) {
            try {
                steps.pop().run();
            } catch (RuntimeException e) {
                if (first == null) first = e;
                else first.addSuppressed(e);
            }
        }
        if (first != null) throw first;
    }
}

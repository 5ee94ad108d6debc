package org.eunomia.cli.internal.source;

import org.eunomia.cli.internal.Session;

/** A line on a terminal's standard error while something takes long; gone when it is closed. */
final class Progress implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 400;
    private final Session session;
    private final Thread thread;
    private boolean shown;
    private boolean closed;

    private Progress(Session session, String text) {
        this.session = session;
        thread = session.errTerminal() ? Thread.ofPlatform().daemon().name("progress").start(() -> show(text)) : null;
    }

    static Progress start(Session session, String text) {
        return new Progress(session, text);
    }

    private void show(String text) {
        try {
            Thread.sleep(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            return;
        }
        synchronized (this) {
            if (closed) return;
            session.err().print(text + " …");
            session.err().flush();
            shown = true;
        }
    }

    @Override
    public void close() {
        if (thread == null) return;
        thread.interrupt();
        synchronized (this) {
            closed = true;
            if (shown) session.err().print("\r\033[K");
            session.err().flush();
        }
    }
}

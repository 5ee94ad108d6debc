package org.eunomia.ide.events.internal.table;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.core.runtime.ILog;
import org.eunomia.ide.events.internal.model.EventList;

/** Keeps the rows of the list that is looked at up to date, off the thread of the user interface. */
final class ListWorker implements AutoCloseable {
    private static final int PERIOD_MS = 50;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(r -> {
        Thread t = new Thread(r, "rows of the event view");
        t.setDaemon(true);
        t.setPriority(Thread.NORM_PRIORITY - 1);
        return t;
    });
    private volatile EventList list;

    ListWorker() {
        thread.scheduleWithFixedDelay(this::work, PERIOD_MS, PERIOD_MS, TimeUnit.MILLISECONDS);
    }

    /** @param wanted null for none */
    void look(EventList wanted) {
        list = wanted;
    }

    private void work() {
        try {
            EventList now = list;
            while (now != null && now == list && now.work()) { }
        } catch (RuntimeException e) {
            ILog.get().error("cannot bring the rows of events up to date", e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}

package org.eunomia.rest.internal;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.thread.Scheduler;

/** Closes connections whose first request does not come in time: a head that trickles in byte by byte never counts as idle. */
final class FirstRequestLimit implements Connection.Listener {
    private final Server server;
    private final Duration limit;
    /** A task keeps its connection with all its buffers, and many connections are over long before their time is. */
    private final Map<Connection, Scheduler.Task> tasks = new ConcurrentHashMap<>();

    FirstRequestLimit(Server server, Duration limit) {
        this.server = server;
        this.limit = limit;
    }

    @Override
    public void onOpened(Connection connection) {
        // It has no messages itself; the one within it has.
        if (connection instanceof SslConnection) return;
        tasks.put(connection, server.getScheduler().schedule(() -> {
            tasks.remove(connection);
            if (connection.getMessagesIn() == 0) connection.getEndPoint().close();
        }, limit.toMillis(), TimeUnit.MILLISECONDS));
    }

    @Override
    public void onClosed(Connection connection) {
        Scheduler.Task task = tasks.remove(connection);
        if (task != null) task.cancel();
    }
}

package org.eunomia.rest.internal;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.Server;

/** Closes connections whose first request does not come in time: a head that trickles in byte by byte never counts as idle. */
final class FirstRequestLimit implements Connection.Listener {
    private final Server server;
    private final Duration limit;

    FirstRequestLimit(Server server, Duration limit) {
        this.server = server;
        this.limit = limit;
    }

    @Override
    public void onOpened(Connection connection) {
        // It has no messages itself; the one within it has.
        if (connection instanceof SslConnection) return;
        server.getScheduler().schedule(() -> {
            if (connection.getMessagesIn() == 0) connection.getEndPoint().close();
        }, limit.toMillis(), TimeUnit.MILLISECONDS);
    }
}

package org.eunomia.client.internal;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;

/** Sends requests to one daemon. Safe for use by several threads. */
public interface Transport extends AutoCloseable {
    /**
     * Waits for the head of the answer.
     *
     * @param path with query, encoded
     * @param body null for none
     * @param patience how long to wait for it, as far as the transport can tell
     */
    Reply send(String method, String path, Map<String, String> headers, byte[] body, Duration patience) throws IOException, InterruptedException;

    @Override
    void close();

    /** The caller closes {@code body}, also from another thread to end a read. */
    record Reply(int status, String contentType, InputStream body) { }
}

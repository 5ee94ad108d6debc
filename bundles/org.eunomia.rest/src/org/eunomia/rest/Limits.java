package org.eunomia.rest;

import java.time.Duration;

/**
 * What callers may ask for.
 *
 * @param bodyBytes          of a request
 * @param headerBytes        of a request, with its first line
 * @param requestTime        for a request to come in whole
 * @param idleTime           that a connection may be idle, and that a reader may take nothing of what waits for it
 * @param connections        open at a time
 * @param requestsPerSecond  of one caller, on average
 * @param requestBurst       of one caller, at once
 * @param trackers           that run at a time
 * @param readers            of events, at a time
 * @param compilations       at a time
 */
public record Limits(int bodyBytes, int headerBytes, Duration requestTime, Duration idleTime, int connections, int requestsPerSecond, int requestBurst, int trackers,
        int readers, int compilations) {
    public static final Limits DEFAULT = new Limits(16 << 20, 16 << 10, Duration.ofSeconds(30), Duration.ofSeconds(30), 1024, 200, 400, 64, 256, 2);
}

package org.eunomia.rest;

import java.time.Duration;

/** Told what happens. Called from many threads; must not block. */
public interface RestLog {
    RestLog NONE = new RestLog() { };

    /** A request was answered, or its stream has ended. @param operation names it, and is in its answer as {@code Operation-Id} */
    default void answered(String operation, String caller, String method, String path, int status, Duration took) { }

    /**
     * Something was changed, or was to be.
     *
     * @param action  {@code start}, {@code stop}, {@code update}, {@code map-put} …
     * @param tracker id or name as far as known, else empty
     * @param digest  of the package, if it is about one, else empty
     * @param outcome {@code ok}, or the failure's summary
     */
    default void changed(String operation, String caller, String action, String tracker, String digest, String outcome) { }

    /** The server itself failed at a request; it answered 500. */
    default void broken(String operation, Throwable cause) { }
}

package org.eunomia.rest.internal;

import java.util.Map;
import org.eunomia.core.Failure;

/** A failure whose status is another than its kind says, because HTTP has one of its own for it. */
final class HttpFailureException extends Exception {
    private static final long serialVersionUID = 1L;
    private final int status;
    private final transient Failure failure;
    private final transient Map<String, String> headers;

    HttpFailureException(int status, Failure failure, Map<String, String> headers) {
        super(failure.summary());
        this.status = status;
        this.failure = failure;
        this.headers = headers;
    }

    HttpFailureException(int status, Failure failure) {
        this(status, failure, Map.of());
    }

    int status() {
        return status;
    }

    Failure failure() {
        return failure;
    }

    Map<String, String> headers() {
        return headers;
    }
}

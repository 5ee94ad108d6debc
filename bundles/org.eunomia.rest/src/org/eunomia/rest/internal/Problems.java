package org.eunomia.rest.internal;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eunomia.core.Failure;
import org.eunomia.wire.Json;
import org.eunomia.wire.Problem;

/** Answers with problem documents. */
final class Problems {
    private Problems() { }

    static void answer(Response response, Callback callback, int status, Failure failure, Map<String, String> headers) {
        byte[] body = Json.write(Problem.toJson(failure, status));
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        headers.forEach((name, value) -> response.getHeaders().put(name, value));
        response.write(true, ByteBuffer.wrap(body), callback);
    }

    /** For what the HTTP library refuses before it is a request. */
    static Failure malformed(int status, String reason) {
        String problem = reason == null || reason.isEmpty() ? "HTTP status " + status : reason;
        return switch (status) {
            case 413 -> new Failure.LimitExceeded("request body", "the daemon", "");
            case 414 -> new Failure.RequestInvalid("path", "it is too long", "");
            case 431 -> new Failure.RequestInvalid("headers", "they are too large", "");
            case 404 -> new Failure.NotFound("path", "", List.of());
            // From 500 on it is not the request's fault: the daemon is about to stop, say, and the caller may come again.
            default -> status >= 500 ? new Failure.Unavailable("daemon", problem, "") : new Failure.RequestInvalid("", problem, "");
        };
    }
}

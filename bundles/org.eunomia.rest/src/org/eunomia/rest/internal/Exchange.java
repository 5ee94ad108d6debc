package org.eunomia.rest.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.rest.Caller;
import org.eunomia.rest.Limits;
import org.eunomia.wire.Json;
import org.eunomia.wire.MalformedJsonException;

/** One request and its answer. Used by the thread that handles it; reading and writing block. */
final class Exchange {
    private final Request request;
    private final Response response;
    private final Limits limits;
    private final String operation;
    private final Caller caller;
    private final Map<String, String> path;
    private final Map<String, String> query;
    private Change change;

    /** For the audit log. @param digest of the package, asked for when all is done */
    record Change(String action, String tracker, Supplier<String> digest) { }

    Exchange(Request request, Response response, Limits limits, String operation, Caller caller, Map<String, String> path, Map<String, String> query) {
        this.request = request;
        this.response = response;
        this.limits = limits;
        this.operation = operation;
        this.caller = caller;
        this.path = path;
        this.query = query;
    }

    Caller caller() {
        return caller;
    }

    String operation() {
        return operation;
    }

    /** A variable part of the path, decoded. */
    String path(String name) {
        return path.get(name);
    }

    Optional<String> query(String name) {
        return Optional.ofNullable(query.get(name));
    }

    /** Those parameters whose names begin with {@code prefix}, without it. */
    Map<String, String> queries(String prefix) {
        Map<String, String> found = new LinkedHashMap<>();
        query.forEach((name, value) -> {
            if (name.startsWith(prefix)) found.put(name.substring(prefix.length()), value);
        });
        return found;
    }

    boolean flag(String name) throws OperationFailedException {
        String value = query.getOrDefault(name, "false");
        if (value.equals("true") || value.isEmpty()) return true;
        if (value.equals("false")) return false;
        throw invalid(name, "true or false is wanted");
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeaders().get(name));
    }

    /** Says what is about to be changed. */
    void changes(String action, String tracker) {
        changes(action, tracker, () -> "");
    }

    void changes(String action, String tracker, Supplier<String> digest) {
        change = new Change(action, tracker, digest);
    }

    Optional<Change> change() {
        return Optional.ofNullable(change);
    }

    boolean answered() {
        return response.isCommitted();
    }

    /** The whole body. */
    byte[] body() throws OperationFailedException, HttpFailureException, IOException {
        if (request.getLength() > limits.bodyBytes()) throw tooLarge();
        long deadline = System.nanoTime() + limits.requestTime().toNanos();
        ByteArrayOutputStream body = new ByteArrayOutputStream((int) Math.max(64, request.getLength()));
        byte[] part = new byte[1 << 14];
        InputStream in = Content.Source.asInputStream(request);
        while (true) {
            int n = read(in, part);
            if (n < 0) return body.toByteArray();
            if (body.size() + n > limits.bodyBytes()) throw tooLarge();
            if (System.nanoTime() > deadline) throw tooSlow(limits.requestTime());
            body.write(part, 0, n);
        }
    }

    private int read(InputStream in, byte[] part) throws IOException, HttpFailureException {
        try {
            return in.read(part);
        } catch (InterruptedIOException e) {
            throw tooSlow(limits.idleTime());
        } catch (IOException e) {
            if (e.getCause() instanceof java.util.concurrent.TimeoutException) throw tooSlow(limits.idleTime());
            throw e;
        }
    }

    private OperationFailedException tooLarge() {
        return new OperationFailedException(new Failure.LimitExceeded("request body", limits.bodyBytes() + " bytes", ""));
    }

    private static HttpFailureException tooSlow(Duration limit) {
        return new HttpFailureException(408, new Failure.RequestInvalid("body", "it did not come in within " + limit.toSeconds() + " s", ""), Map.of("Connection", "close"));
    }

    Object json() throws OperationFailedException, HttpFailureException, IOException {
        return json(body());
    }

    static Object json(byte[] body) throws OperationFailedException {
        try {
            return Json.parse(body);
        } catch (MalformedJsonException e) {
            throw noJson(e);
        }
    }

    static OperationFailedException noJson(MalformedJsonException e) {
        return new OperationFailedException(new Failure.RequestInvalid("body", "no JSON: " + e.getMessage(), ""), e);
    }

    static OperationFailedException invalid(String place, String problem) {
        return new OperationFailedException(new Failure.RequestInvalid(place, problem, ""));
    }

    void setHeader(String name, String value) {
        response.getHeaders().put(name, value);
    }

    void json(int status, Object tree) throws IOException {
        answer(status, "application/json", Json.write(tree));
    }

    void answer(int status, String type, byte[] body) throws IOException {
        HttpFields.Mutable headers = response.getHeaders();
        response.setStatus(status);
        if (body.length > 0) headers.put(HttpHeader.CONTENT_TYPE, type);
        if (status != 204) headers.put(HttpHeader.CONTENT_LENGTH, body.length);
        Content.Sink.write(response, true, ByteBuffer.wrap(body));
    }

    /** Begins an answer without end; {@link #send} adds to it. */
    void stream(String type) throws IOException {
        response.setStatus(200);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
        response.getHeaders().put("X-Accel-Buffering", "no");
        Content.Sink.write(response, false, ByteBuffer.allocate(0));
    }

    /** Blocks while the reader takes nothing, but not for longer than the idle time. */
    void send(ByteBuffer part) throws IOException {
        Content.Sink.write(response, false, part);
    }

    void endStream() throws IOException {
        Content.Sink.write(response, true, ByteBuffer.allocate(0));
    }

    int status() {
        return response.getStatus();
    }

    List<String> accepted() {
        return request.getHeaders().getQualityCSV(HttpHeader.ACCEPT);
    }
}

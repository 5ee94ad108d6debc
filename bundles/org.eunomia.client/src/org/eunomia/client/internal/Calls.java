package org.eunomia.client.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.nio.file.AccessDeniedException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLException;
import org.eunomia.client.RemoteTarget;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.wire.Documents;
import org.eunomia.wire.InvalidDocumentException;
import org.eunomia.wire.Json;
import org.eunomia.wire.MalformedJsonException;
import org.eunomia.wire.Problem;

/** Requests and answers as documents; what goes wrong comes out as the failure that it was there. */
public final class Calls implements AutoCloseable {
    private static final int LARGEST_ANSWER = 256 << 20;
    /** Longer than the verifier takes for the largest programs that it takes at all. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private final RemoteTarget target;
    private final Transport transport;

    public Calls(RemoteTarget target, Transport transport) {
        this.target = target;
        this.transport = transport;
    }

    /** Sends and reads the whole answer as a document of {@code type}. */
    public <T> T call(String method, String path, byte[] body, Class<T> type) throws OperationFailedException {
        try {
            return Documents.fromJson(type, Json.parse(bytes(method, path, body)), Documents.Unknown.IGNORED);
        } catch (MalformedJsonException e) {
            throw foreign("its answer is no JSON: " + e.getMessage(), e);
        } catch (InvalidDocumentException e) {
            throw foreign("its answer is not understood, at " + e.pointer() + ": " + e.getMessage(), e);
        }
    }

    /** Sends, and expects no content. */
    public void call(String method, String path, byte[] body) throws OperationFailedException {
        bytes(method, path, body);
    }

    private byte[] bytes(String method, String path, byte[] body) throws OperationFailedException {
        Transport.Reply reply = open(method, path, body, "application/json", PATIENCE);
        try (InputStream in = reply.body()) {
            return in.readNBytes(LARGEST_ANSWER);
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    /** Sends and leaves the content to the caller, who closes it. */
    public Transport.Reply open(String method, String path, byte[] body, String accept, Duration patience) throws OperationFailedException {
        Map<String, String> headers = new HashMap<>();
        headers.put("Accept", accept);
        headers.put("User-Agent", "eunomia");
        target.token().ifPresent(token -> headers.put("Authorization", "Bearer " + token));
        if (body != null) headers.put("Content-Type", "application/json");
        try {
            Transport.Reply reply = transport.send(method, path, headers, body, patience);
            if (reply.status() / 100 == 2) return reply;
            throw failed(reply);
        } catch (IOException e) {
            throw unreachable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperationFailedException(new Failure.Unavailable(target.toString(), "interrupted", ""), e);
        }
    }

    private OperationFailedException failed(Transport.Reply reply) throws IOException {
        try (InputStream in = reply.body()) {
            byte[] content = in.readNBytes(LARGEST_ANSWER);
            return new OperationFailedException(Problem.fromJson(Json.parse(content)));
        } catch (MalformedJsonException | InvalidDocumentException e) {
            return foreign("it answered with status " + reply.status() + " and no explanation", e);
        }
    }

    private OperationFailedException foreign(String reason, Exception cause) {
        return new OperationFailedException(new Failure.Unavailable(target.toString(), reason, "is it a eunomia daemon, and not much older than this program?"), cause);
    }

    OperationFailedException unreachable(IOException e) {
        String reason = switch (e) {
            case ConnectException c -> "nothing listens there";
            case HttpTimeoutException t -> "it does not answer";
            case AccessDeniedException a -> "not permitted to open its socket";
            case SSLException s when isUntrusted(s) -> "its certificate is signed by nobody who is trusted here";
            default -> String.valueOf(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
        };
        return new OperationFailedException(new Failure.Unavailable(target.toString(), reason, hint(e)), e);
    }

    private static String hint(IOException e) {
        if (e instanceof ConnectException) return "start it with 'eunomia server'";
        return e instanceof SSLException s && isUntrusted(s) ? "give the certificate of its authority, or its own, as one to trust" : "";
    }

    private static boolean isUntrusted(SSLException e) {
        return String.valueOf(e.getMessage()).contains("PKIX path");
    }

    @Override
    public void close() {
        transport.close();
    }
}

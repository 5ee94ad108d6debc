package org.eunomia.client.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.eunomia.client.RemoteTarget;
import org.eunomia.core.OperationFailedException;

/** Over TCP, with the JDK's client. */
public final class HttpTransport implements Transport {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private final HttpClient http;
    private final URI base;

    public HttpTransport(RemoteTarget target) throws OperationFailedException {
        HttpClient.Builder builder = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).followRedirects(HttpClient.Redirect.NEVER);
        Tls.of(target).ifPresent(builder::sslContext);
        http = builder.build();
        base = target.address();
    }

    @Override
    public Reply send(String method, String path, Map<String, String> headers, byte[] body, Duration patience) throws IOException, InterruptedException {
        BodyPublisher publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base.toString().replaceAll("/+$", "") + path)).method(method, publisher).timeout(patience);
        headers.forEach(request::header);
        HttpResponse<InputStream> response = http.send(request.build(), BodyHandlers.ofInputStream());
        return new Reply(response.statusCode(), response.headers().firstValue("Content-Type").orElse(""), response.body());
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}

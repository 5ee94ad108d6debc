package org.eunomia.rest;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.eunomia.core.CommandShell;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.PackageDocuments;
import org.eunomia.core.SourceCompiler;
import org.eunomia.core.TrackerService;
import org.eunomia.kernel.ObjectLoader;
import org.eunomia.wire.Json;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A daemon on a free port for each test: the real engine on a {@link FakeKernel}, and callers of all roles. */
final class Daemon implements BeforeEachCallback, AfterEachCallback {
    static final PackageDocuments DOCUMENTS = ServiceLoader.load(PackageDocuments.class).findFirst().orElseThrow();
    final FakeKernel kernel = new FakeKernel();
    final ConcurrentLinkedQueue<String> changes = new ConcurrentLinkedQueue<>();
    final ConcurrentLinkedQueue<Throwable> broken = new ConcurrentLinkedQueue<>();
    final ConcurrentLinkedQueue<String> answers = new ConcurrentLinkedQueue<>();
    private final Limits limits;
    private final List<Endpoint> more;
    private final Access access;
    volatile List<String> missing = List.of();
    volatile boolean shell = true;
    volatile Optional<SourceCompiler> compiler = Optional.empty();
    TrackerService service;
    RestServer server;
    private HttpClient http;
    private int port;

    Daemon() {
        this(Limits.DEFAULT, tokens());
    }

    Daemon(Limits limits, Access access, Endpoint... more) {
        this.limits = limits;
        this.access = access;
        this.more = List.of(more);
    }

    /** The tokens {@code viewer}, {@code operator} and {@code admin}, each with its role. */
    static Access tokens() {
        Map<String, Role> roles = Map.of("viewer", Role.VIEWER, "operator", Role.OPERATOR, "admin", Role.ADMIN);
        return new Access() {
            @Override
            public Optional<Caller> byToken(String token) {
                return Optional.ofNullable(roles.get(token)).map(r -> new Caller("token:" + token, r));
            }
        };
    }

    static TrackerService engine(ObjectLoader loader) throws ReflectiveOperationException {
        return (TrackerService) Class.forName("org.eunomia.engine.internal.Engine").getConstructor(ObjectLoader.class).newInstance(loader);
    }

    static byte[] sample(String name) {
        try (InputStream in = Daemon.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static Path file(String name) {
        try {
            return Path.of(Daemon.class.getResource(name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        service = engine(kernel);
        server = serve(0);
        port = URI.create(server.addresses().getFirst()).getPort();
        http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    /** The same trackers on the same port. */
    void restart() throws OperationFailedException {
        server.close();
        server = serve(port);
    }

    private RestServer serve(int port) throws OperationFailedException {
        List<Endpoint> endpoints = new ArrayList<>(List.of(new Endpoint.Tcp("127.0.0.1", port, Optional.empty())));
        endpoints.addAll(more);
        RestConfig config = new RestConfig(endpoints, limits, Set.of("daemon.test"), Set.of("https://console.test"), "1.2.3");
        return RestServer.start(config, service, DOCUMENTS, access, () -> missing, new RestLog() {
            @Override
            public void changed(String operation, String caller, String action, String tracker, String digest, String outcome) {
                changes.add(String.join(" ", caller, action, tracker, digest.isEmpty() ? "-" : digest.substring(0, 8), outcome));
            }

            @Override
            public void broken(String operation, Throwable cause) {
                broken.add(cause);
            }

            @Override
            public void answered(String operation, String caller, String method, String path, int status, Duration took) {
                answers.add(caller + " " + method + " " + path + " " + status);
            }
        }, shell ? Optional.of((line, trackers, documents) -> new CommandShell.Outcome("ran " + line + "\n", false)) : Optional.empty(), compiler);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        service.close();
        server.close();
        http.close();
        broken.forEach(Throwable::printStackTrace);
        if (!broken.isEmpty()) throw new AssertionError("the server failed: " + broken.peek(), broken.peek());
        if (kernel.live() > 0) throw new AssertionError(kernel.live() + " objects are left");
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    Path unixSocket() {
        return more.getFirst() instanceof Endpoint.Unix unix ? unix.path() : null;
    }

    int port() {
        return port;
    }

    /** An answer as far as tests look at it. */
    record Answer(int status, Object json, String text, Map<String, List<String>> headers) {
        Object at(String pointer) {
            Object value = json;
            for (String part : pointer.substring(1).split("/")) {
                value = value instanceof List<?> list ? list.get(Integer.parseInt(part)) : value instanceof Map<?, ?> members ? members.get(part) : null;
            }
            return value;
        }
    }

    Answer call(String role, String method, String path, byte[] body, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(20))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (!role.isEmpty()) request.header("Authorization", "Bearer " + role);
        if (headers.length > 0) request.headers(headers);
        HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
        String type = response.headers().firstValue("Content-Type").orElse("");
        Object json = type.endsWith("json") && !type.contains("ndjson") ? Json.parse(response.body()) : null;
        return new Answer(response.statusCode(), json, new String(response.body(), StandardCharsets.UTF_8), response.headers().map());
    }

    Answer get(String path, String... headers) throws IOException, InterruptedException {
        return call("viewer", "GET", path, null, headers);
    }

    Answer post(String path, String body) throws IOException, InterruptedException {
        return call("operator", "POST", path, body.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    /** Starts the sample. @return its id */
    long start() throws IOException, InterruptedException {
        Answer started = call("operator", "POST", "/v1/trackers", sample("sample.json"));
        if (started.status != 201) throw new AssertionError(started.text);
        return (long) started.at("/id");
    }

    /** A stream that stays open. */
    InputStream open(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer viewer").GET();
        if (headers.length > 0) request.headers(headers);
        HttpResponse<InputStream> response = http.send(request.build(), BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) throw new AssertionError("status " + response.statusCode());
        return response.body();
    }
}

package org.eunomia.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eunomia.core.Diagnostic;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.SourceCompiler;
import org.eunomia.rest.Daemon.Answer;
import org.eunomia.wire.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Holds the API document and the server against each other: every documented answer can be had, and no other is given. */
class OpenApiTest {
    private static final Limits TIGHT = new Limits(64 << 10, 8 << 10, Duration.ofSeconds(5), Duration.ofSeconds(5), 64, 1000, 1000, 1, 1, 1);

    @RegisterExtension
    final Daemon daemon = new Daemon(TIGHT, Daemon.tokens());
    private final TreeSet<String> seen = new TreeSet<>();
    private final TreeSet<String> misfits = new TreeSet<>();
    private Map<?, ?> document;
    private JsonShape shape;

    @BeforeEach
    void read() throws Exception {
        document = (Map<?, ?>) daemon.call("", "GET", "/openapi.json", null).json();
        shape = new JsonShape(document);
    }

    private Map<?, ?> paths() {
        return (Map<?, ?>) document.get("paths");
    }

    /** Calls, notes what came, and checks it. @param template the path with its variables, {@code path} without */
    private Answer call(String role, String method, String template, String path, byte[] body, String... headers) throws Exception {
        Answer answer = daemon.call(role, method, path, body, headers);
        Map<?, ?> operation = (Map<?, ?>) ((Map<?, ?>) paths().get(template)).get(method.toLowerCase());
        seen.add(operation.get("operationId") + " " + answer.status());
        Object documented = ((Map<?, ?>) operation.get("responses")).get(Integer.toString(answer.status()));
        if (documented == null) {
            misfits.add(method + " " + path + " answered " + answer.status() + ": " + answer.text());
            return answer;
        }
        if (((Map<?, ?>) documented).get("$ref") instanceof String ref) documented = shape.resolve(ref);
        check(method + " " + path + " " + answer.status(), (Map<?, ?>) ((Map<?, ?>) documented).get("content"), answer);
        return answer;
    }

    private void check(String what, Map<?, ?> content, Answer answer) {
        String type = answer.headers().containsKey("content-type") ? answer.headers().get("content-type").getFirst() : "";
        if (content == null) {
            if (!answer.text().isEmpty()) misfits.add(what + " has a body");
        } else if (!content.containsKey(type)) {
            misfits.add(what + " is " + type + ", not " + content.keySet());
        } else if (answer.json() != null) {
            String misfit = shape.misfit(((Map<?, ?>) content.get(type)).get("schema"), answer.json(), "");
            if (!misfit.isEmpty()) misfits.add(what + ": " + misfit + " in " + answer.text());
        }
    }

    private static byte[] bytes(String json) {
        return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    private static String filled(String template) {
        return template.replace("{id}", "1").replace("{map}", "counts").replace("{key}", "7");
    }

    @Test
    void everyDocumentedAnswerIsSeenAndNoOther() throws Exception {
        byte[] sample = Daemon.sample("sample.json");
        byte[] value = bytes("{'calls':1}");
        refusalsOfAll();
        notFound(sample, value);
        daemon.kernel.refuse(new Failure.LoadFailed("sample", 22, "no", "", ""));
        call("operator", "POST", "/v1/trackers", "/v1/trackers", sample);
        call("operator", "POST", "/start", "/start", Daemon.sample("seed-start-body.json"));
        daemon.kernel.refuse(null);
        call("operator", "POST", "/v1/trackers", "/v1/trackers", new byte[100_000]);
        call("operator", "POST", "/v1/trackers", "/v1/trackers", sample);
        call("operator", "POST", "/v1/trackers", "/v1/trackers", sample);
        call("operator", "POST", "/start", "/start", Daemon.sample("seed-start-body.json"));
        running(sample, value);
        call("operator", "DELETE", "/v1/trackers/{id}", "/v1/trackers/1", null);
        call("operator", "PUT", "/v1/trackers/{id}/package", "/v1/trackers/1/package", sample);
        for (String map : List.of("/v1/trackers/{id}/maps/{map}", "/v1/trackers/{id}/maps/{map}/{key}")) {
            call("viewer", "GET", map, filled(map), null);
            call("operator", "DELETE", map, filled(map), null);
        }
        call("operator", "PUT", "/v1/trackers/{id}/maps/{map}/{key}", "/v1/trackers/1/maps/counts/7", value);
        hooks();
        system();
        shell();
        compile();
        assertEquals(List.of(), List.copyOf(misfits));
        TreeSet<String> unseen = documented();
        unseen.removeAll(seen);
        assertEquals(List.of(), List.copyOf(unseen), "documented, but not seen");
    }

    /** 400 for a parameter that nobody knows, 401 without a token, 403 with too small a role or for a foreign page. */
    private void refusalsOfAll() throws Exception {
        for (Object template : paths().keySet()) {
            for (Object method : ((Map<?, ?>) paths().get(template)).keySet()) {
                String m = method.toString().toUpperCase();
                String path = filled((String) template);
                call("admin", m, (String) template, path + "?nonsense=1", new byte[0]);
                if (!((Map<?, ?>) ((Map<?, ?>) ((Map<?, ?>) paths().get(template)).get(method)).get("responses")).containsKey("401")) continue;
                call("", m, (String) template, path, new byte[0]);
                call("viewer", m, (String) template, path, new byte[0], "Origin", "https://evil.test");
            }
        }
    }

    private void notFound(byte[] sample, byte[] value) throws Exception {
        for (String template : List.of("/v1/trackers/{id}", "/v1/trackers/{id}/update", "/v1/trackers/{id}/schema", "/v1/trackers/{id}/losses", "/v1/trackers/{id}/stats",
                "/v1/trackers/{id}/events", "/v1/trackers/{id}/maps", "/v1/trackers/{id}/maps/{map}", "/v1/trackers/{id}/maps/{map}/{key}")) {
            call("viewer", "GET", template, filled(template), null);
        }
        for (String template : List.of("/v1/trackers/{id}", "/v1/trackers/{id}/maps/{map}", "/v1/trackers/{id}/maps/{map}/{key}")) call("operator", "DELETE", template, filled(template), null);
        call("operator", "PUT", "/v1/trackers/{id}/package", "/v1/trackers/1/package", sample);
        call("operator", "PUT", "/v1/trackers/{id}/maps/{map}/{key}", "/v1/trackers/1/maps/counts/7", value);
        call("viewer", "POST", "/v1/trackers/{id}/symbolize", "/v1/trackers/1/symbolize", bytes("{'pid':0,'addresses':[1]}"));
        call("operator", "POST", "/start", "/start", bytes("{"));
        call("operator", "POST", "/stop", "/stop", bytes("{"));
    }

    private void running(byte[] sample, byte[] value) throws Exception {
        daemon.kernel.fire(FakeKernel.event(1, 2, "x"));
        call("viewer", "GET", "/v1/trackers", "/v1/trackers", null);
        for (String path : List.of("", "/schema", "/losses", "/maps", "/stats")) call("viewer", "GET", "/v1/trackers/{id}" + path, "/v1/trackers/1" + path, null);
        call("viewer", "GET", "/v1/trackers/{id}/events", "/v1/trackers/1/events?count=1", null);
        call("viewer", "GET", "/v1/trackers/{id}/events", "/v1/trackers/1/events", null, "Accept", "image/png");
        try (InputStream only = daemon.open("/v1/trackers/1/events")) {
            call("viewer", "GET", "/v1/trackers/{id}/events", "/v1/trackers/1/events", null);
        }
        call("operator", "PUT", "/v1/trackers/{id}/maps/{map}/{key}", "/v1/trackers/1/maps/counts/7", value);
        call("viewer", "GET", "/v1/trackers/{id}/maps/{map}", "/v1/trackers/1/maps/counts", null);
        call("viewer", "GET", "/v1/trackers/{id}/maps/{map}/{key}", "/v1/trackers/1/maps/counts/7", null);
        call("operator", "DELETE", "/v1/trackers/{id}/maps/{map}/{key}", "/v1/trackers/1/maps/counts/7", null);
        call("operator", "DELETE", "/v1/trackers/{id}/maps/{map}", "/v1/trackers/1/maps/counts", null);
        call("operator", "PUT", "/v1/trackers/{id}/package", "/v1/trackers/1/package", sample);
        call("viewer", "GET", "/v1/trackers/{id}/update", "/v1/trackers/1/update?wait=10s", null);
        call("viewer", "POST", "/v1/trackers/{id}/symbolize", "/v1/trackers/1/symbolize", bytes("{'pid':0,'addresses':[1,-1]}"));
        daemon.kernel.refuse(new Failure.VerifierRejected("handle_nice", 13, "no", "x.bpf.c", 1, "x", "", "log"));
        call("operator", "PUT", "/v1/trackers/{id}/package", "/v1/trackers/1/package", sample);
        call("operator", "POST", "/v1/verify", "/v1/verify", sample);
        daemon.kernel.refuse(null);
        call("operator", "POST", "/v1/verify", "/v1/verify", sample);
        call("viewer", "GET", "/list", "/list", null);
    }

    private void hooks() throws Exception {
        call("operator", "GET", "/v1/hooks", "/v1/hooks?kind=tracepoint&filter=fake&limit=1", null);
        call("operator", "GET", "/v1/hooks", "/v1/hooks?kind=uprobe&filter=/no/such:f", null);
        daemon.kernel.refuse(new Failure.NotSupported("tracepoints", "", ""));
        call("operator", "GET", "/v1/hooks", "/v1/hooks?kind=tracepoint", null);
        daemon.kernel.refuse(null);
        for (String wrong : List.of("", "?kind=nonsense", "?kind=lsm&limit=5000")) call("operator", "GET", "/v1/hooks", "/v1/hooks" + wrong, null);
    }

    private void system() throws Exception {
        for (String path : List.of("/v1/info", "/healthz", "/readyz", "/metrics", "/openapi.json")) call("viewer", "GET", path, path, null);
        daemon.missing = List.of("BTF");
        call("viewer", "GET", "/readyz", "/readyz", null);
        call("operator", "POST", "/start", "/start", bytes("{'name':'hotupdate','args':['{}']}"));
        call("operator", "POST", "/start", "/start", Daemon.sample("seed-start-body.json"));
        call("operator", "POST", "/stop", "/stop", bytes("{'id':2}"));
    }

    private void shell() throws Exception {
        call("admin", "POST", "/v1/shell", "/v1/shell", bytes("{'line':'help'}"));
        daemon.shell = false;
        daemon.restart();
        call("admin", "POST", "/v1/shell", "/v1/shell", bytes("{'line':'help'}"));
    }

    private void compile() throws Exception {
        byte[] source = bytes("int x;");
        String path = "/v1/compile";
        call("operator", "POST", path, path, source);
        call("operator", "POST", path, path, new byte[100_000]);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        Diagnostic warning = new Diagnostic("a.bpf.c", 1, 2, Diagnostic.Severity.WARNING, "odd", "");
        daemon.compiler = Optional.of(sent -> switch (sent.text()) {
            case "refused" -> throw new OperationFailedException(new Failure.CompileFailed(sent.file(), List.of(warning), "odd"));
            case "none" -> throw new OperationFailedException(new Failure.Unavailable("clang", "there is none", ""));
            default -> {
                begun.countDown();
                awaited(done);
                yield new SourceCompiler.Result(Daemon.DOCUMENTS.read("sample", Daemon.sample("sample.json")), List.of(warning), List.of("a notice"));
            }
        });
        daemon.restart();
        call("operator", "POST", path, path, bytes("refused"));
        call("operator", "POST", path, path, bytes("none"));
        Thread first = Thread.startVirtualThread(() -> {
            try {
                call("operator", "POST", path, path, source);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        awaited(begun);
        call("operator", "POST", path, path, source);
        done.countDown();
        first.join();
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertTrue(latch.await(20, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private TreeSet<String> documented() {
        TreeSet<String> all = new TreeSet<>();
        for (Object operations : paths().values()) {
            for (Object operation : ((Map<?, ?>) operations).values()) {
                for (Object status : ((Map<?, ?>) ((Map<?, ?>) operation).get("responses")).keySet()) all.add(((Map<?, ?>) operation).get("operationId") + " " + status);
            }
        }
        return all;
    }

    /** The document in docs/ is the one that is served; a change of one shows up in the other's diff. */
    @Test
    void copyInTheDocumentationIsTheSame() throws Exception {
        Path copy = documentation();
        if (System.getProperty("eunomia.write") != null) Files.write(copy, JsonText.pretty(document).getBytes(StandardCharsets.UTF_8));
        assertTrue(Files.exists(copy), copy::toString);
        assertEquals(document, Json.parse(Files.readAllBytes(copy)));
    }

    private static Path documentation() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("docs"))) return at.resolve("docs/openapi.json");
        }
        throw new AssertionError("no folder docs above " + Path.of("").toAbsolutePath());
    }
}

package org.eunomia.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.eunomia.client.RemoteTarget;
import org.eunomia.client.RemoteTrackerService;
import org.eunomia.core.Diagnostic;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.SourceCompiler;
import org.eunomia.core.SourceCompiler.Source;
import org.eunomia.rest.Daemon.Answer;
import org.eunomia.wire.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a compiler is asked for over HTTP and how its answer comes back; the compiler itself is tested where it is. */
class CompileTest {
    private static final Diagnostic WARNING = new Diagnostic("x.bpf.c", 3, 7, Diagnostic.Severity.WARNING, "unused variable 'y'", "");
    private static final Failure REFUSED = new Failure.CompileFailed("x.bpf.c", List.of(new Diagnostic("x.bpf.c", 3, 7, Diagnostic.Severity.ERROR, "expected ';'", ";")), "x.bpf.c:3:7: error\n");

    @RegisterExtension
    final Daemon daemon = new Daemon();
    private final ConcurrentLinkedQueue<Source> sent = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void serve() throws Exception {
        daemon.compiler = Optional.of(source -> {
            sent.add(source);
            if (source.text().contains("#error")) throw new OperationFailedException(REFUSED);
            return new SourceCompiler.Result(TrackerServiceContract.sample(), List.of(WARNING), List.of("a notice"));
        });
        daemon.restart();
    }

    @Test
    void takesASourceAlone() throws Exception {
        Answer answer = daemon.call("operator", "POST", "/v1/compile?file=x.bpf.c&define.N=3&sourceText=true", " int x; ".getBytes(StandardCharsets.UTF_8));
        assertEquals(200, answer.status(), answer.text());
        assertEquals("sample", answer.at("/package/name"));
        assertEquals("warning", answer.at("/diagnostics/0/severity"));
        assertEquals(3L, answer.at("/diagnostics/0/line"));
        assertEquals("a notice", answer.at("/notices/0"));
        assertEquals(new Source("x.bpf.c", " int x; ", Map.of(), Map.of("N", "3"), true, true), sent.poll());
        long deadline = System.nanoTime() + 20_000_000_000L;
        while (daemon.changes.isEmpty() && System.nanoTime() < deadline) Thread.onSpinWait();
        assertEquals(List.of("token:operator compile x.bpf.c - ok"), List.copyOf(daemon.changes));
    }

    @Test
    void takesARequestAroundIt() throws Exception {
        Answer answer = daemon.post("/v1/compile", "{'source':'int x;','headers':{'x.h':'int y;'},'defines':{'N':'3'},'noLossCounting':true}");
        assertEquals(200, answer.status(), answer.text());
        assertEquals(new Source("tracker.bpf.c", "int x;", Map.of("x.h", "int y;"), Map.of("N", "3"), false, false), sent.poll());
    }

    @Test
    void refusalsHaveTheDiagnostics() throws Exception {
        Answer answer = daemon.post("/v1/compile", "#error");
        assertEquals(422, answer.status());
        assertEquals("urn:eunomia:problem:compile-failed", answer.at("/type"));
        assertEquals(REFUSED, Problem.fromJson(answer.json()));
        assertEquals(7L, answer.at("/diagnostics/0/column"));
    }

    @Test
    void clientsSeeWhatTheCompilerSaw() throws Exception {
        Source source = new Source("x.bpf.c", "int x;", Map.of("x.h", "int y;"), Map.of("N", "3"), false, true);
        try (RemoteTrackerService remote = RemoteTrackerService.of(RemoteTarget.of(daemon.uri(""), Optional.of("operator")), Daemon.DOCUMENTS)) {
            SourceCompiler.Result result = remote.compile(source);
            assertEquals(source, sent.poll());
            assertEquals(List.of(WARNING), result.diagnostics());
            assertEquals(Daemon.DOCUMENTS.digest(TrackerServiceContract.sample()), Daemon.DOCUMENTS.digest(result.pack()));
            assertEquals(REFUSED, assertThrows(OperationFailedException.class, () -> remote.compile(Source.of("x.bpf.c", "#error"))).failure());
        }
    }

    @Test
    void whatIsNoRequestReachesNoCompiler() throws Exception {
        assertEquals(403, daemon.call("viewer", "POST", "/v1/compile", "int x;".getBytes(StandardCharsets.UTF_8)).status());
        assertEquals(400, daemon.post("/v1/compile", "").status());
        assertEquals(400, daemon.post("/v1/compile", "{'source':'int x;','flags':['-fplugin=x']}").status());
        assertEquals(400, daemon.call("operator", "POST", "/v1/compile", new byte[] {(byte) 0xff}).status());
        Answer large = daemon.post("/v1/compile", "/".repeat((1 << 20) + 1));
        assertEquals(413, large.status(), large.text());
        assertEquals(List.of(), List.copyOf(sent));
    }
}

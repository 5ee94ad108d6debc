package org.eunomia.rest.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eunomia.core.Diagnostic;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.PackageDocuments;
import org.eunomia.core.SourceCompiler;
import org.eunomia.rest.Role;
import org.eunomia.rest.internal.Route.Body;
import org.eunomia.wire.CompileRequest;
import org.eunomia.wire.Documents;
import org.eunomia.wire.Lists;

/** Compiling for those who have no compiler. */
final class CompileRoutes {
    /** All texts of a request together. The kernel's types are not among them. */
    private static final int MOST_BYTES = 1 << 20;
    private static final int MOST_SECONDS = 60;
    private static final String USUAL_NAME = "tracker.bpf.c";
    private final PackageDocuments documents;
    private final Optional<SourceCompiler> compiler;
    private final int most;
    private final Semaphore running;

    /** @param most at a time */
    CompileRoutes(PackageDocuments documents, Optional<SourceCompiler> compiler, int most) {
        this.documents = documents;
        this.compiler = compiler;
        this.most = most;
        running = new Semaphore(most);
    }

    List<Route> routes() {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("file", "what messages call the source, and the package after it");
        query.put("define.*", "value of the macro whose name follows the point");
        query.put("noLossCounting", "do not count records that do not fit into a buffer");
        query.put("sourceText", "keep the text of source lines for the verifier's messages");
        return List.of(new Route("POST", "/v1/compile", Optional.of(Role.OPERATOR), "compile", "Compiles a source into a package, for the kernel types of this host", query,
                Body.json(CompileRequest.class, "a request, or a source alone"),
                Map.of(200, Body.json(Lists.Compiled.class, "the package"), 413, TrackerRoutes.problem("the source is too large"), 422, TrackerRoutes.problem("the compiler refused it"),
                        429, TrackerRoutes.problem("too many compile"), 501, TrackerRoutes.problem("the daemon was installed without its toolchain"),
                        503, TrackerRoutes.problem("the host has no compiler")), this::compile));
    }

    private void compile(Exchange x) throws OperationFailedException, HttpFailureException, IOException, InterruptedException {
        SourceCompiler.Source source = source(request(x));
        SourceCompiler present = compiler.orElseThrow(() -> new OperationFailedException(new Failure.NotSupported("compiling", "", "compile with 'eunomia build' elsewhere, and send the package")));
        x.changes("compile", source.file());
        SourceCompiler.Result result = run(present, source);
        x.json(200, Documents.toJson(new Lists.Compiled(Exchange.json(documents.write(result.pack())), result.diagnostics(), result.notices())));
    }

    private static CompileRequest request(Exchange x) throws OperationFailedException, HttpFailureException, IOException {
        byte[] body = x.body();
        if (Starts.isJson(body)) return Starts.document(CompileRequest.class, Exchange.json(body));
        return new CompileRequest(text(body), x.query("file").orElse(""), Map.of(), x.queries("define."), x.flag("noLossCounting"), x.flag("sourceText"));
    }

    private static String text(byte[] body) throws OperationFailedException {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException e) {
            throw Exchange.invalid("body", "it is no text in UTF-8");
        }
    }

    private static SourceCompiler.Source source(CompileRequest r) throws OperationFailedException {
        if (r.source().isBlank()) throw Exchange.invalid("/source", "it is missing");
        long bytes = r.source().length() + r.headers().values().stream().mapToLong(String::length).sum();
        if (bytes > MOST_BYTES) throw new OperationFailedException(new Failure.LimitExceeded("source", MOST_BYTES + " bytes", ""));
        return new SourceCompiler.Source(r.file().isEmpty() ? USUAL_NAME : r.file(), r.source(), r.headers(), r.defines(), !r.noLossCounting(), r.sourceText());
    }

    /** In a thread of its own, which an interrupt reaches when it takes too long. */
    private SourceCompiler.Result run(SourceCompiler present, SourceCompiler.Source source) throws OperationFailedException, InterruptedException {
        if (!running.tryAcquire()) throw new OperationFailedException(new Failure.TooMany("compilations", most + " at a time", "try again in a moment"));
        FutureTask<SourceCompiler.Result> task = new FutureTask<>(() -> present.compile(source));
        Thread.ofPlatform().daemon().name("eunomia-compile").start(() -> {
            try {
                task.run();
            } finally {
                running.release();
            }
        });
        try {
            return task.get(MOST_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            Diagnostic late = new Diagnostic(source.file(), 0, 0, Diagnostic.Severity.ERROR, "it takes longer than " + MOST_SECONDS + " s", "");
            throw new OperationFailedException(new Failure.CompileFailed(source.file(), List.of(late), ""), e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof OperationFailedException failed) throw failed;
            throw new IllegalStateException(e.getCause());
        } finally {
            task.cancel(true);
        }
    }
}

package org.eunomia.ide.core.clangd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.ReferenceContext;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameParams;
import org.eunomia.toolchain.Toolchain;
import org.eunomia.toolchain.ToolchainConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against the machine's clangd; kernel types and helpers come from small headers of the test's own. */
class ClangdTest {
    private static final long DEADLINE_SECONDS = 60;
    private static final String SOURCE = """
            #include "helpers.h"
            struct event { int pid; long when; };
            int report(struct event *e)
            {
            	e->pid = bpf_ktime_get_ns();
            	return 0;
            }
            """;
    @TempDir
    Path folder;
    private Path file;
    private Clangd clangd;
    private volatile List<String> arguments = List.of("--log=error", "--pch-storage=memory", "-j=1");
    private final BlockingQueue<ClangdStatus> statuses = new LinkedBlockingQueue<>();
    private final BlockingQueue<List<Diagnostic>> diagnostics = new LinkedBlockingQueue<>();

    @BeforeEach
    void start() throws Exception {
        Files.writeString(folder.resolve("helpers.h"), "static unsigned long long (*const bpf_ktime_get_ns)(void) = (void *) 5;\n");
        file = Files.writeString(folder.resolve("x.bpf.c"), SOURCE);
        ToolchainConfig config = new ToolchainConfig("", List.of(), folder.resolve("cache"), folder.resolve("no-btf"));
        clangd = new Clangd(() -> new Clangd.Settings("", arguments), f -> Toolchain.languageServerCommand(config, f, List.of()));
        clangd.addListener(new ClangdListener() {
            @Override
            public void statusChanged(ClangdStatus status) {
                statuses.add(status);
            }

            @Override
            public void diagnostics(Path of, int version, List<Diagnostic> list) {
                if (of.equals(file)) diagnostics.add(list);
            }
        });
    }

    @AfterEach
    void stop() {
        clangd.close();
    }

    private static <T> T await(BlockingQueue<T> queue, Predicate<T> wanted) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
        while (true) {
            T next = queue.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (next == null) throw new AssertionError("it did not come");
            if (wanted.test(next)) return next;
        }
    }

    private void opened() throws InterruptedException {
        clangd.open(file, SOURCE);
        await(statuses, s -> s instanceof ClangdStatus.Running);
        assertEquals(List.of(), await(diagnostics, d -> true));
    }

    @Test
    void reportsErrorsWhileTyping() throws Exception {
        opened();
        clangd.change(file, SOURCE.indexOf("pid = "), 3, "pidd");
        Diagnostic error = await(diagnostics, d -> !d.isEmpty()).get(0);
        assertEquals(DiagnosticSeverity.Error, error.getSeverity());
        assertEquals(4, error.getRange().getStart().getLine());
        clangd.change(file, SOURCE.indexOf("pid = "), 4, "pid");
        await(diagnostics, List::isEmpty);
    }

    @Test
    void compilesForBpf() throws Exception {
        clangd.open(file, "#ifndef __bpf__\n#error no\n#endif\n#ifndef __TARGET_ARCH_x86\n#ifdef __x86_64__\n#error x86\n#endif\n#endif\n");
        assertEquals(List.of(), await(diagnostics, d -> true));
    }

    @Test
    void answersQuestions() throws Exception {
        opened();
        clangd.change(file, SOURCE.indexOf("return"), 0, "e->");
        int dot = SOURCE.indexOf("return") + 3;
        String text = new StringBuilder(SOURCE).insert(SOURCE.indexOf("return"), "e->").toString();
        var completion = clangd.ask(file, (s, id) -> s.completion(new CompletionParams(id, Positions.position(text, dot)))).get(DEADLINE_SECONDS, TimeUnit.SECONDS);
        assertEquals(List.of("pid", "when"), completion.map(l -> l, r -> r.getItems()).stream().map(i -> i.getFilterText()).sorted().toList());

        var hover = clangd.ask(file, (s, id) -> s.hover(new HoverParams(id, Positions.position(text, text.indexOf("report"))))).get(DEADLINE_SECONDS, TimeUnit.SECONDS);
        assertTrue(hover.getContents().getRight().getValue().contains("report"));

        var definition = clangd.ask(file, (s, id) -> s.definition(new DefinitionParams(id, Positions.position(text, text.indexOf("bpf_ktime"))))).get(DEADLINE_SECONDS, TimeUnit.SECONDS);
        assertEquals(folder.resolve("helpers.h").toUri().toString(), definition.getLeft().get(0).getUri());

        var rename = clangd.ask(file, (s, id) -> s.rename(new RenameParams(id, Positions.position(text, text.indexOf("pid;")), "tgid"))).get(DEADLINE_SECONDS, TimeUnit.SECONDS);
        assertTrue(TextEdits.apply(text, rename.getChanges().get(file.toUri().toString())).contains("e->tgid = "));
    }

    @Test
    void findsReferencesInFilesThatAreNotOpen() throws Exception {
        Files.writeString(folder.resolve("shared.h"), "struct both { int one; };\n");
        Path other = Files.writeString(folder.resolve("y.bpf.c"), "#include \"shared.h\"\nint f(struct both *b) { return b->one; }\n");
        String text = "#include \"shared.h\"\nint g(struct both *b) { return b->one; }\n";
        Files.writeString(file, text);
        arguments = List.of("--log=error", "--background-index", "-j=1");
        clangd.open(file, text);
        clangd.know(List.of(other));
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
        List<String> found;
        do {
            found = clangd.ask(file, (s, id) -> s.references(new ReferenceParams(id, Positions.position(text, text.indexOf("one")), new ReferenceContext(false)))).get(DEADLINE_SECONDS, TimeUnit.SECONDS)
                    .stream().map(l -> l.getUri()).toList();
        } while (!found.contains(other.toUri().toString()) && System.nanoTime() < deadline);
        assertTrue(found.contains(other.toUri().toString()), found.toString());
    }

    @Test
    void startsAgainAfterItDied() throws Exception {
        opened();
        ProcessHandle first = clangd.process().get().orElseThrow();
        clangd.change(file, SOURCE.indexOf("pid = "), 3, "pidd");
        await(diagnostics, d -> !d.isEmpty());
        first.destroyForcibly();
        await(statuses, s -> s instanceof ClangdStatus.Restarting);
        await(diagnostics, List::isEmpty);
        await(statuses, s -> s instanceof ClangdStatus.Running);
        assertEquals(1, await(diagnostics, d -> !d.isEmpty()).size());
        assertNotEquals(first.pid(), clangd.process().get().orElseThrow().pid());
    }

    @Test
    void leavesNoProcessBehind() throws Exception {
        opened();
        ProcessHandle process = clangd.process().get().orElseThrow();
        clangd.close();
        process.onExit().get(DEADLINE_SECONDS, TimeUnit.SECONDS);
        assertInstanceOf(ClangdStatus.Stopped.class, clangd.status());
    }
}

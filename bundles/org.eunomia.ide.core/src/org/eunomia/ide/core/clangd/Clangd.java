package org.eunomia.ide.core.clangd;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;

/**
 * The language server for all files that are edited, started with the first of them. Any thread may call; no method blocks: what is to be told to the server
 * is told by a thread of its own, in the order of the calls.
 */
public final class Clangd implements AutoCloseable {
    /** @param executable empty for the one in {@code PATH} */
    public record Settings(String executable, List<String> arguments) {
        /** Completion waits for vmlinux.h to be read once: what clangd would guess before that is of no use. */
        public static final List<String> ARGUMENTS = List.of("--background-index", "--header-insertion=never", "--completion-style=detailed", "--completion-parse=always",
                "--limit-results=200", "--pch-storage=memory", "-j=2", "--log=error");

        public Settings {
            arguments = List.copyOf(arguments);
        }

        public static Settings of(String executable) {
            return new Settings(executable, ARGUMENTS);
        }
    }

    private final Supplier<Settings> settings;
    private final Function<Path, List<String>> commands;
    private final List<ClangdListener> listeners = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("clangd").factory());
    /** Used by {@link #thread} alone, like the next four. */
    private final Map<Path, OpenFile> files = new LinkedHashMap<>();
    private final Set<Path> known = new LinkedHashSet<>();
    private final BackOff backOff = new BackOff();
    private ServerProcess process;
    private boolean waiting;
    private volatile ClangdStatus status = new ClangdStatus.Stopped();

    /**
     * @param settings asked each time the server is started
     * @param commands how a file is compiled, as {@code Toolchain.languageServerCommand} says; may block
     */
    public Clangd(Supplier<Settings> settings, Function<Path, List<String>> commands) {
        this.settings = settings;
        this.commands = commands;
    }

    public void addListener(ClangdListener listener) {
        listeners.add(listener);
    }

    public void removeListener(ClangdListener listener) {
        listeners.remove(listener);
    }

    public ClangdStatus status() {
        return status;
    }

    /** Starts the server if it is not running. One that is open already is told anew. */
    public void open(Path file, String text) {
        run(() -> {
            OpenFile opened = new OpenFile(file, text);
            boolean again = files.put(file, opened) != null;
            if (again && isRunning()) documents().didClose(new DidCloseTextDocumentParams(identifier(file)));
            if (ready()) tell(opened);
        });
    }

    /** {@code length} characters at {@code offset} of the text before became {@code replacement}. */
    public void change(Path file, int offset, int length, String replacement) {
        run(() -> {
            OpenFile open = files.get(file);
            if (open == null) return;
            var change = open.replace(offset, length, replacement);
            if (isRunning()) documents().didChange(change);
        });
    }

    public void saved(Path file) {
        run(() -> {
            if (files.containsKey(file) && isRunning()) documents().didSave(new DidSaveTextDocumentParams(identifier(file)));
        });
    }

    public void close(Path file) {
        run(() -> {
            if (files.remove(file) != null && isRunning()) documents().didClose(new DidCloseTextDocumentParams(identifier(file)));
        });
    }

    /** Makes the server index files in the background that are not open, so that references to and from them are found. */
    public void know(List<Path> others) {
        run(() -> {
            List<Path> unknown = others.stream().filter(known::add).toList();
            if (isRunning() && !unknown.isEmpty()) tellCommands(unknown);
        });
    }

    /** Starts the server anew with the settings as they now are. */
    public void restart() {
        run(() -> {
            stopProcess();
            waiting = false;
            if (!files.isEmpty()) startAndTellAll();
        });
    }

    /**
     * Asks the server about an open file as it is after all changes that were told before.
     *
     * @return fails with {@code OperationFailedException} when there is no server; cancelling it cancels the question
     */
    public <T> CompletableFuture<T> ask(Path file, BiFunction<TextDocumentService, TextDocumentIdentifier, CompletableFuture<T>> question) {
        CompletableFuture<T> result = new CompletableFuture<>();
        run(() -> {
            if (result.isDone()) return;
            if (!isRunning() || !files.containsKey(file)) {
                result.completeExceptionally(new OperationFailedException(new Failure.Unavailable("clangd", "it is not running", "")));
                return;
            }
            CompletableFuture<T> asked = question.apply(documents(), identifier(file));
            asked.whenComplete((answer, e) -> {
                if (e != null) result.completeExceptionally(e);
                else result.complete(answer);
            });
            result.whenComplete((answer, e) -> {
                if (result.isCancelled()) asked.cancel(true);
            });
        });
        return result;
    }

    /** The number of the text that the server is told last; 0 for a file that is not open. */
    public CompletableFuture<Integer> version(Path file) {
        CompletableFuture<Integer> version = new CompletableFuture<>();
        run(() -> version.complete(Optional.ofNullable(files.get(file)).map(OpenFile::version).orElse(0)));
        return version;
    }

    /** Ends the server. Blocks for some seconds at most. */
    @Override
    public void close() {
        run(this::stopProcess);
        thread.shutdown();
        try {
            if (!thread.awaitTermination(8, TimeUnit.SECONDS)) thread.shutdownNow();
        } catch (InterruptedException e) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    /** The process that runs, for tests that end it. */
    CompletableFuture<Optional<ProcessHandle>> process() {
        CompletableFuture<Optional<ProcessHandle>> handle = new CompletableFuture<>();
        run(() -> handle.complete(Optional.ofNullable(process).map(ServerProcess::handle)));
        return handle;
    }

    private void run(Runnable task) {
        try {
            thread.execute(task);
        } catch (RejectedExecutionException e) {
            // It was closed, after which nothing is of interest.
        }
    }

    private void set(ClangdStatus now) {
        status = now;
        listeners.forEach(l -> l.statusChanged(now));
    }

    private static TextDocumentIdentifier identifier(Path file) {
        return new TextDocumentIdentifier(OpenFile.uri(file));
    }

    private TextDocumentService documents() {
        return process.server().getTextDocumentService();
    }

    private boolean isRunning() {
        return process != null && process.isAlive();
    }

    /** Whether the server runs, after starting it if it was never started. */
    private boolean ready() {
        if (isRunning()) return true;
        if (process == null && !waiting && !(status instanceof ClangdStatus.Missing)) startAndTellAll();
        return false;
    }

    private void tell(OpenFile file) {
        tellCommands(List.of(file.path()));
        documents().didOpen(file.opened());
    }

    private void tellCommands(List<Path> paths) {
        Map<Path, List<String>> told = new LinkedHashMap<>();
        for (Path p : paths) told.put(p, commands.apply(p));
        process.server().getWorkspaceService().didChangeConfiguration(new DidChangeConfigurationParams(ServerProcess.commands(told)));
    }

    private void startAndTellAll() {
        set(new ClangdStatus.Starting());
        Settings now = settings.get();
        try {
            ClangdSearch.Found found = ClangdSearch.find(now.executable(), System.getenv().getOrDefault("PATH", ""));
            ServerProcess started = ServerProcess.start(found.path(), now.arguments(), new ServerClient(listeners));
            process = started;
            started.onExit(reason -> run(() -> ended(started, reason)));
            set(new ClangdStatus.Running(found.version()));
            files.values().forEach(this::tell);
            if (!known.isEmpty()) tellCommands(List.copyOf(known));
        } catch (OperationFailedException e) {
            set(new ClangdStatus.Missing((Failure.Unavailable) e.failure()));
        } catch (IOException e) {
            again(e.getMessage(), 0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void ended(ServerProcess which, String reason) {
        if (which != process) return;
        process = null;
        which.close();
        listeners.forEach(l -> files.keySet().forEach(f -> l.diagnostics(f, 0, List.of())));
        again(reason, which.upMillis());
    }

    private void again(String reason, long upMillis) {
        long delay = backOff.failed(upMillis);
        waiting = true;
        set(new ClangdStatus.Restarting(reason, delay));
        thread.schedule(() -> {
            if (!waiting) return;
            waiting = false;
            startAndTellAll();
        }, delay, TimeUnit.MILLISECONDS);
    }

    private void stopProcess() {
        ServerProcess running = process;
        process = null;
        if (running != null) running.close();
        set(new ClangdStatus.Stopped());
    }
}

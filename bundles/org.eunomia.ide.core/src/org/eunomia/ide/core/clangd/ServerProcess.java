package org.eunomia.ide.core.clangd;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;

/** One run of the server. Calls from one thread, except for {@link #onExit}. */
final class ServerProcess implements AutoCloseable {
    private static final long START_SECONDS = 60;
    private static final long STOP_SECONDS = 3;

    private final Process process;
    private final long started = System.nanoTime();
    private final ExecutorService threads = Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("clangd client ", 0).factory());
    private final LanguageServer server;
    private volatile String lastError = "";

    private ServerProcess(Process process, LanguageClient client) {
        this.process = process;
        Thread.ofPlatform().daemon().name("clangd errors").start(this::readErrors);
        Launcher<LanguageServer> launcher = LSPLauncher.createClientLauncher(client, process.getInputStream(), process.getOutputStream(), threads, c -> c);
        server = launcher.getRemoteProxy();
        launcher.startListening();
    }

    /** @throws IOException when it cannot be started or does not answer */
    static ServerProcess start(Path clangd, List<String> arguments, LanguageClient client) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(clangd.toString()));
        command.addAll(arguments);
        ServerProcess started = new ServerProcess(new ProcessBuilder(command).directory(Path.of("/").toFile()).start(), client);
        try {
            started.initialize();
            return started;
        } catch (ExecutionException | TimeoutException e) {
            started.close();
            throw new IOException(started.lastError.isEmpty() ? "it does not answer" : started.lastError, e);
        } catch (InterruptedException e) {
            started.close();
            throw e;
        }
    }

    private void initialize() throws ExecutionException, TimeoutException, InterruptedException {
        InitializeParams params = new InitializeParams();
        params.setProcessId((int) ProcessHandle.current().pid());
        params.setCapabilities(Capabilities.client());
        CompletableFuture<?> answer = server.initialize(params);
        process.onExit().thenRun(() -> answer.completeExceptionally(new IOException("it ended")));
        answer.get(START_SECONDS, TimeUnit.SECONDS);
        server.initialized(new InitializedParams());
    }

    LanguageServer server() {
        return server;
    }

    /** @param then gets the reason in a few words, on any thread */
    void onExit(Consumer<String> then) {
        process.onExit().thenAccept(p -> then.accept(lastError.isEmpty() ? "exit status " + p.exitValue() : lastError));
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long upMillis() {
        return (System.nanoTime() - started) / 1_000_000;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    private void readErrors() {
        try (var in = new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("E[") || line.contains("rror") || line.contains("Assert")) lastError = line.replaceFirst("^E\\[[^]]*] ", "");
            }
        } catch (IOException e) {
            // It has ended.
        }
    }

    /** Asks it to end, and ends it when it does not. */
    @Override
    public void close() {
        try {
            if (process.isAlive()) {
                server.shutdown().get(STOP_SECONDS, TimeUnit.SECONDS);
                server.exit();
                process.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // Then by force.
        } finally {
            process.destroyForcibly();
            threads.shutdownNow();
        }
    }

    /** Settings by which a command is made known for each file. */
    static Map<String, Object> commands(Map<Path, List<String>> commands) {
        var changes = new LinkedHashMap<String, Object>();
        commands.forEach((file, command) -> changes.put(file.toString(), Map.of("workingDirectory", file.getParent().toString(), "compilationCommand", command)));
        return Map.of("compilationDatabaseChanges", changes);
    }
}

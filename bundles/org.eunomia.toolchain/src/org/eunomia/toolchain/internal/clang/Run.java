package org.eunomia.toolchain.internal.clang;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;

/** A running compiler whose standard output is read into a {@code T} while it runs. Closing it ends the process. */
public final class Run<T> implements AutoCloseable {
    /** No program of any use takes nearly as long; what does is caught in its own macros. */
    private static final long LIMIT_SECONDS = 120;
    private static final int MESSAGES_LIMIT = 1 << 20;

    @FunctionalInterface
    public interface Reader<T> {
        /** What is left unread is discarded. */
        T read(InputStream in) throws IOException;
    }

    /** @param messages standard error */
    public record Result<T>(int exit, T output, String messages) {
        public boolean succeeded() {
            return exit == 0;
        }
    }

    private final Process process;
    private final CompletableFuture<T> output = new CompletableFuture<>();
    private final CompletableFuture<String> messages = new CompletableFuture<>();

    private Run(Process process) {
        this.process = process;
    }

    /** Without input. */
    public static Run<byte[]> start(List<String> command) throws OperationFailedException {
        return start(command, InputStream::readAllBytes);
    }

    /** Without input. */
    public static <T> Run<T> start(List<String> command, Reader<T> reader) throws OperationFailedException {
        return start(command, null, new byte[0], reader);
    }

    /**
     * @param folder where it runs, null for the current one
     * @param input  what it finds on standard input
     */
    public static <T> Run<T> start(List<String> command, Path folder, byte[] input, Reader<T> reader) throws OperationFailedException {
        try {
            Process process = new ProcessBuilder(command).directory(folder == null ? null : folder.toFile()).start();
            Run<T> run = new Run<>(process);
            run.inBackground(run.output, () -> {
                T read = reader.read(process.getInputStream());
                process.getInputStream().transferTo(OutputStream.nullOutputStream());
                return read;
            });
            run.inBackground(run.messages, () -> {
                String text = new String(process.getErrorStream().readNBytes(MESSAGES_LIMIT), StandardCharsets.UTF_8);
                process.getErrorStream().transferTo(OutputStream.nullOutputStream());
                return text;
            });
            try (var stdin = process.getOutputStream()) {
                stdin.write(input);
            } catch (IOException e) {
                // It ended without reading; its exit status and messages say why.
            }
            return run;
        } catch (IOException e) {
            throw new OperationFailedException(new Failure.Unavailable(command.get(0), "it cannot be started: " + e.getMessage(), ""), e);
        }
    }

    private interface Task<T> {
        T get() throws Exception;
    }

    private <R> void inBackground(CompletableFuture<R> result, Task<R> task) {
        Thread.ofPlatform().daemon().name("clang output").start(() -> {
            try {
                result.complete(task.get());
            } catch (Exception e) {
                result.completeExceptionally(e);
                // Nobody reads on: the process would wait for that.
                process.destroyForcibly();
            }
        });
    }

    public Result<T> await() throws OperationFailedException {
        try {
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                close();
                throw failed("it did not end within " + LIMIT_SECONDS + " s", null);
            }
            return new Result<>(process.exitValue(), output.get(), messages.get());
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw failed("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException r) throw r;
            throw failed("its output cannot be read: " + e.getCause().getMessage(), e.getCause());
        }
    }

    private static OperationFailedException failed(String reason, Throwable cause) {
        return new OperationFailedException(new Failure.Unavailable("clang", reason, ""), cause);
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}

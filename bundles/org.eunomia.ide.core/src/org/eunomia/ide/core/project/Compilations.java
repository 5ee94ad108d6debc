package org.eunomia.ide.core.project;

import java.nio.file.Path;
import java.util.Collection;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.ide.core.preferences.BuildPreferences;
import org.eunomia.toolchain.BuildResult;
import org.eunomia.toolchain.BuildSpec;
import org.eunomia.toolchain.Toolchain;
import org.eunomia.toolchain.ToolchainConfig;

/** Sources being compiled, some at a time. Closing it ends what still runs. */
final class Compilations implements AutoCloseable {
    /** clang itself runs several times at once for a source. */
    private static final int AT_ONCE = Math.clamp(Runtime.getRuntime().availableProcessors() / 2, 1, 4);
    private static final int POLL_MILLIS = 20;

    sealed interface Outcome {
        IFile source();

        record Built(IFile source, BuildResult result) implements Outcome { }

        record Failed(IFile source, Failure failure) implements Outcome { }
    }

    private final ExecutorService threads;
    private final CompletionService<Outcome> service;
    private int left;

    private Compilations(int count) {
        threads = Executors.newFixedThreadPool(Math.min(AT_ONCE, count), Thread.ofPlatform().name("eBPF build ", 0).daemon().factory());
        service = new ExecutorCompletionService<>(threads);
        left = count;
    }

    /** @throws OperationFailedException when there is no compiler */
    static Compilations start(TrackerProject project, Collection<IFile> sources) throws OperationFailedException {
        BuildPreferences preferences = project.preferences();
        Toolchain toolchain = Toolchain.find(preferences.toolchain(ToolchainConfig.fromEnvironment()));
        Compilations compilations = new Compilations(sources.size());
        Path folder = project.folder();
        for (IFile source : sources) compilations.service.submit(() -> compile(toolchain, source, preferences, folder));
        return compilations;
    }

    private static Outcome compile(Toolchain toolchain, IFile source, BuildPreferences preferences, Path folder) {
        try {
            return new Outcome.Built(source, toolchain.build(BuildSpec.of(Path.of(source.getLocationURI())).withFlags(preferences.flags(folder))));
        } catch (OperationFailedException e) {
            return new Outcome.Failed(source, e.failure());
        } catch (RuntimeException e) {
            // One source that trips us up must not take the others with it.
            return new Outcome.Failed(source, new Failure.Unavailable("the build of " + source.getName(), String.valueOf(e), "this is a fault of Eunomia"));
        }
    }

    boolean hasNext() {
        return left > 0;
    }

    /** The next that is done. */
    Outcome next(IProgressMonitor monitor) {
        try {
            while (true) {
                if (monitor.isCanceled()) throw new OperationCanceledException();
                Future<Outcome> done = service.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
                if (done == null) continue;
                left--;
                return done.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperationCanceledException();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}

package org.eunomia.ide.ui.internal.editor;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.IFileBuffer;
import org.eclipse.core.filebuffers.IFileBufferListener;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchListener;
import org.eclipse.ui.PlatformUI;
import org.eunomia.ide.core.clangd.Clangd;
import org.eunomia.ide.core.clangd.ClangdListener;
import org.eunomia.ide.core.clangd.ClangdStatus;
import org.eunomia.ide.core.language.Helpers;
import org.eunomia.ide.core.preferences.Preference;

/** The sources that are open, the language server that knows them, and what it says of them. One for the workbench. */
final class Editing {
    private static final class Holder {
        static final Editing SHARED = new Editing();
    }

    private final Clangd clangd = new Clangd(SourceSettings::clangd, SourceSettings::command);
    private final Map<Path, OpenDocument> documents = new ConcurrentHashMap<>();
    private final ClangdNotice notice = new ClangdNotice();
    private volatile Helpers helpers;

    private Editing() {
        clangd.addListener(new ClangdListener() {
            @Override
            public void statusChanged(ClangdStatus status) {
                notice.show(status);
            }

            @Override
            public void diagnostics(Path file, int version, List<Diagnostic> diagnostics) {
                OpenDocument document = documents.get(file);
                if (document != null) document.publish(version, diagnostics);
            }
        });
        FileBuffers.getTextFileBufferManager().addFileBufferListener(new Buffers());
        PlatformUI.getWorkbench().addWorkbenchListener(new IWorkbenchListener() {
            @Override
            public boolean preShutdown(IWorkbench workbench, boolean forced) {
                return true;
            }

            @Override
            public void postShutdown(IWorkbench workbench) {
                clangd.close();
            }
        });
        FormatOnSave.install();
        InstanceScope.INSTANCE.getNode(Preference.NODE).addPreferenceChangeListener(e -> {
            if (SourceSettings.concernsClangd(e.getKey())) clangd.restart();
        });
    }

    static Editing shared() {
        return Holder.SHARED;
    }

    Clangd clangd() {
        return clangd;
    }

    Helpers helpers() {
        if (helpers == null) helpers = Helpers.load(SourceSettings.toolchain().includes());
        return helpers;
    }

    Optional<OpenDocument> document(Path file) {
        return Optional.ofNullable(documents.get(file));
    }

    /** What the server answers within {@code millis}; empty when it does not, for whatever reason. Not for long waits in the workbench's thread. */
    <T> Optional<T> ask(Path file, long millis, BiFunction<TextDocumentService, TextDocumentIdentifier, CompletableFuture<T>> question) {
        if (!(clangd.status() instanceof ClangdStatus.Running || clangd.status() instanceof ClangdStatus.Starting)) return Optional.empty();
        return answer(() -> clangd.ask(file, question), millis);
    }

    private static <T> Optional<T> answer(Supplier<CompletableFuture<T>> question, long millis) {
        CompletableFuture<T> asked = question.get();
        try {
            return Optional.ofNullable(asked.get(millis, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            asked.cancel(true);
            return Optional.empty();
        } catch (ExecutionException | TimeoutException e) {
            asked.cancel(true);
            return Optional.empty();
        }
    }

    private void opened(IFileBuffer buffer) {
        if (!(buffer instanceof ITextFileBuffer text)) return;
        Editors.path(buffer).filter(p -> SourceTester.isSource(p.getFileName().toString())).ifPresent(p -> documents.computeIfAbsent(p, path -> new OpenDocument(path, text, clangd)));
    }

    private final class Buffers implements IFileBufferListener {
        @Override
        public void bufferCreated(IFileBuffer buffer) {
            opened(buffer);
        }

        @Override
        public void bufferDisposed(IFileBuffer buffer) {
            Editors.path(buffer).map(documents::remove).ifPresent(OpenDocument::close);
        }

        @Override
        public void dirtyStateChanged(IFileBuffer buffer, boolean isDirty) {
            if (!isDirty) Editors.path(buffer).map(documents::get).ifPresent(OpenDocument::saved);
        }

        @Override
        public void bufferContentAboutToBeReplaced(IFileBuffer buffer) { }

        @Override
        public void bufferContentReplaced(IFileBuffer buffer) { }

        @Override
        public void stateChanging(IFileBuffer buffer) { }

        @Override
        public void stateValidationChanged(IFileBuffer buffer, boolean isStateValidated) { }

        @Override
        public void underlyingFileMoved(IFileBuffer buffer, IPath path) { }

        @Override
        public void underlyingFileDeleted(IFileBuffer buffer) { }

        @Override
        public void stateChangeFailed(IFileBuffer buffer) { }
    }
}

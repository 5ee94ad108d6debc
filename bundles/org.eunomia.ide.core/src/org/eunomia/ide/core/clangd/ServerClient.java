package org.eunomia.ide.core.clangd;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.ApplyWorkspaceEditParams;
import org.eclipse.lsp4j.ApplyWorkspaceEditResponse;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.services.LanguageClient;

/** What the server calls of its own accord. Of its messages only those about files are of interest; its log goes to its standard error. */
final class ServerClient implements LanguageClient {
    private final List<ClangdListener> listeners;

    ServerClient(List<ClangdListener> listeners) {
        this.listeners = listeners;
    }

    static Optional<Path> path(String uri) {
        URI parsed = URI.create(uri);
        return "file".equals(parsed.getScheme()) ? Optional.of(Path.of(parsed)) : Optional.empty();
    }

    @Override
    public void publishDiagnostics(PublishDiagnosticsParams params) {
        int version = params.getVersion() == null ? 0 : params.getVersion();
        path(params.getUri()).ifPresent(p -> listeners.forEach(l -> l.diagnostics(p, version, params.getDiagnostics())));
    }

    @Override
    public CompletableFuture<ApplyWorkspaceEditResponse> applyEdit(ApplyWorkspaceEditParams params) {
        return CompletableFuture.completedFuture(new ApplyWorkspaceEditResponse(false));
    }

    @Override
    public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams params) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void telemetryEvent(Object event) { }

    @Override
    public void showMessage(MessageParams params) { }

    @Override
    public void logMessage(MessageParams params) { }
}

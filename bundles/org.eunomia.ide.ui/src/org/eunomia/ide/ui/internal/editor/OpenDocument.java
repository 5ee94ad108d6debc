package org.eunomia.ide.ui.internal.editor;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.ui.PlatformUI;
import org.eunomia.ide.core.clangd.Clangd;

/** A source that is open: tells the language server of each change, and keeps what the server says of it. */
final class OpenDocument implements IDocumentListener {
    private final Path path;
    private final ITextFileBuffer buffer;
    private final IDocument document;
    private final Clangd clangd;
    private final LiveProblems problems;
    /** Counts as {@link Clangd#version} does. */
    private volatile int version = 1;
    private volatile boolean closed;
    private volatile List<Diagnostic> diagnostics = List.of();

    OpenDocument(Path path, ITextFileBuffer buffer, Clangd clangd) {
        this.path = path;
        this.buffer = buffer;
        this.document = buffer.getDocument();
        this.clangd = clangd;
        this.problems = new LiveProblems(path, buffer);
        document.addDocumentListener(this);
        clangd.open(path, document.get());
        clangd.know(SourceSettings.siblings(path));
    }

    IDocument document() {
        return document;
    }

    List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    @Override
    public void documentAboutToBeChanged(DocumentEvent event) {
        version++;
        clangd.change(path, event.getOffset(), event.getLength(), event.getText() == null ? "" : event.getText());
    }

    @Override
    public void documentChanged(DocumentEvent event) { }

    /** On a thread of the language client. What is about a text that is not any more is left out: the server will say it anew. */
    void publish(int about, List<Diagnostic> found) {
        if (!PlatformUI.isWorkbenchRunning()) return;
        PlatformUI.getWorkbench().getDisplay().asyncExec(() -> {
            if (closed || about != 0 && about != version) return;
            diagnostics = List.copyOf(found);
            problems.show(found);
        });
    }

    void saved() {
        clangd.saved(path);
        // From now on the builder's markers tell, which also know the rest of the project.
        if (LiveProblems.isBuilt(path)) PlatformUI.getWorkbench().getDisplay().asyncExec(() -> {
            if (!closed) problems.show(buffer.isDirty() ? diagnostics : List.of());
        });
    }

    void close() {
        closed = true;
        document.removeDocumentListener(this);
        clangd.close(path);
    }
}

package org.eunomia.ide.ui.internal.editor;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.IFileBuffer;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.texteditor.ITextEditor;

/** From editors and documents to files. */
final class Editors {
    private Editors() { }

    static Optional<ITextEditor> active(ExecutionEvent event) {
        IEditorPart part = HandlerUtil.getActiveEditor(event);
        return part == null ? Optional.empty() : Optional.ofNullable(Adapters.adapt(part, ITextEditor.class));
    }

    static IDocument document(ITextEditor editor) {
        return editor.getDocumentProvider().getDocument(editor.getEditorInput());
    }

    static Optional<ISourceViewer> viewer(ITextEditor editor) {
        return Adapters.adapt(editor, ITextViewer.class) instanceof ISourceViewer viewer ? Optional.of(viewer) : Optional.empty();
    }

    /** Where the text of a document lies; empty for what is in no file of this machine. */
    static Optional<Path> path(IDocument document) {
        ITextFileBuffer buffer = document == null ? null : FileBuffers.getTextFileBufferManager().getTextFileBuffer(document);
        return buffer == null ? Optional.empty() : path(buffer);
    }

    static Optional<Path> path(IFileBuffer buffer) {
        URI uri = buffer.getFileStore() == null ? null : buffer.getFileStore().toURI();
        return uri != null && "file".equals(uri.getScheme()) ? Optional.of(Path.of(uri)) : Optional.empty();
    }

    static Optional<IFile> file(ITextEditor editor) {
        return Optional.ofNullable(Adapters.adapt(editor.getEditorInput(), IFile.class));
    }
}

package org.eunomia.ide.ui.internal.editor;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentRewriteSession;
import org.eclipse.jface.text.DocumentRewriteSessionType;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentExtension4;
import org.eclipse.text.edits.MultiTextEdit;
import org.eclipse.text.edits.ReplaceEdit;
import org.eunomia.core.OperationFailedException;
import org.eunomia.ide.core.clangd.Formatter;

/** Lays out a document, or lines of it, as its project wants it. */
final class Formatting {
    private Formatting() { }

    /** May be called in any thread; takes some tenths of a second. */
    static List<Formatter.Replacement> compute(Path path, String text, int offset, int length) throws OperationFailedException {
        String program = System.getenv().getOrDefault("EUNOMIA_CLANG_FORMAT", "clang-format");
        return new Formatter(program).format(path, text, SourceSettings.format(path).option(path), offset, length);
    }

    /** In the workbench's thread. Does nothing when the text is not {@code before} any more. */
    static void apply(IDocument document, String before, List<Formatter.Replacement> replacements) throws BadLocationException {
        if (replacements.isEmpty() || !document.get().equals(before)) return;
        MultiTextEdit edit = new MultiTextEdit();
        for (Formatter.Replacement r : replacements) edit.addChild(new ReplaceEdit(r.offset(), r.length(), r.text()));
        IDocumentExtension4 rewritten = (IDocumentExtension4) document;
        DocumentRewriteSession session = rewritten.startRewriteSession(DocumentRewriteSessionType.SEQUENTIAL);
        try {
            edit.apply(document);
        } finally {
            rewritten.stopRewriteSession(session);
        }
    }
}

package org.eunomia.ide.ui.internal.editor;

import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.lsp4j.Position;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eunomia.ide.core.clangd.Positions;
import org.eunomia.ide.core.language.Token;

/** The name that the cursor of an editor stands in or right behind. */
record NameAtCursor(Path path, Position position, String text) {
    static Optional<NameAtCursor> of(ITextEditor editor) {
        if (!(editor.getSelectionProvider().getSelection() instanceof ITextSelection selection)) return Optional.empty();
        IDocument document = Editors.document(editor);
        Optional<Token> token = SourceHover.tokenAround(document, selection.getOffset());
        Optional<Path> path = Editors.path(document);
        if (path.isEmpty() || token.isEmpty()) return Optional.empty();
        return Optional.of(new NameAtCursor(path.get(), Positions.position(document.get(), token.get().offset()), token.get().in(document.get())));
    }
}

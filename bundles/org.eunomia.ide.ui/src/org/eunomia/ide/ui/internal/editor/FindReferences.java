package org.eunomia.ide.ui.internal.editor;

import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.search.ui.NewSearchUI;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eunomia.ide.core.clangd.Positions;
import org.eunomia.ide.core.language.Token;

/** Lists where the name at the cursor stands, in the search view. */
public final class FindReferences extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) {
        ITextEditor editor = Editors.active(event).orElse(null);
        if (editor == null || !(editor.getSelectionProvider().getSelection() instanceof ITextSelection selection)) return null;
        IDocument document = Editors.document(editor);
        Optional<Path> path = Editors.path(document);
        Optional<Token> token = SourceHover.token(document, selection.getOffset());
        if (token.isEmpty() && selection.getOffset() > 0) token = SourceHover.token(document, selection.getOffset() - 1);
        if (path.isEmpty() || token.isEmpty()) return null;
        NewSearchUI.runQueryInBackground(new ReferenceQuery(path.get(), Positions.position(document.get(), token.get().offset()), token.get().in(document.get())));
        return null;
    }
}

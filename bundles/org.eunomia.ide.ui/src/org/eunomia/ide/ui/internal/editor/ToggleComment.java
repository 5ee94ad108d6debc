package org.eunomia.ide.ui.internal.editor;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.text.edits.MalformedTreeException;
import org.eclipse.text.edits.MultiTextEdit;
import org.eclipse.text.edits.ReplaceEdit;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.texteditor.ITextEditorExtension2;
import org.eunomia.ide.core.language.LineComments;

/** Makes comments of the selected lines, or lines of comments. */
public final class ToggleComment extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        ITextEditor editor = Editors.active(event).orElse(null);
        if (editor == null || editor instanceof ITextEditorExtension2 input && !input.validateEditorInputState() || !(editor.getSelectionProvider().getSelection() instanceof ITextSelection selection)) return null;
        try {
            toggle(editor, Editors.document(editor), selection);
        } catch (BadLocationException | MalformedTreeException e) {
            throw new ExecutionException("The lines are not there any more", e);
        }
        return null;
    }

    private static void toggle(ITextEditor editor, IDocument document, ITextSelection selection) throws BadLocationException {
        int first = document.getLineOfOffset(selection.getOffset());
        int last = document.getLineOfOffset(selection.getOffset() + selection.getLength());
        // A selection that ends where a line begins has nothing of it.
        if (last > first && document.getLineOffset(last) == selection.getOffset() + selection.getLength()) last--;
        List<String> lines = new ArrayList<>();
        for (int i = first; i <= last; i++) {
            IRegion line = document.getLineInformation(i);
            lines.add(document.get(line.getOffset(), line.getLength()));
        }
        List<String> toggled = LineComments.toggle(lines);
        MultiTextEdit edit = new MultiTextEdit();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).equals(toggled.get(i))) edit.addChild(new ReplaceEdit(document.getLineOffset(first + i), lines.get(i).length(), toggled.get(i)));
        }
        if (edit.hasChildren()) edit.apply(document);
        if (selection.getLength() == 0) return;
        IRegion end = document.getLineInformation(last);
        editor.selectAndReveal(document.getLineOffset(first), end.getOffset() + end.getLength() - document.getLineOffset(first));
    }
}

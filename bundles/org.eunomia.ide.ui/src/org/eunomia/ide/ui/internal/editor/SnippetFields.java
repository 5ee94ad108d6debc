package org.eunomia.ide.ui.internal.editor;

import java.util.List;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.link.LinkedModeModel;
import org.eclipse.jface.text.link.LinkedModeUI;
import org.eclipse.jface.text.link.LinkedPosition;
import org.eclipse.jface.text.link.LinkedPositionGroup;
import org.eclipse.ui.texteditor.link.EditorLinkedModeUI;
import org.eunomia.ide.core.language.Snippet;

/** Goes from field to field of a snippet that was just written, by Tab. */
final class SnippetFields {
    private SnippetFields() { }

    static void fill(ITextViewer viewer, int start, Snippet snippet) throws BadLocationException {
        List<Snippet.Field> fields = snippet.fields();
        if (fields.isEmpty()) {
            viewer.setSelectedRange(start + snippet.end(), 0);
            return;
        }
        IDocument document = viewer.getDocument();
        LinkedModeModel model = new LinkedModeModel();
        for (int i = 0; i < fields.size(); i++) {
            LinkedPositionGroup group = new LinkedPositionGroup();
            group.addPosition(new LinkedPosition(document, start + fields.get(i).offset(), fields.get(i).length(), i));
            model.addGroup(group);
        }
        model.forceInstall();
        LinkedModeUI ui = new EditorLinkedModeUI(model, viewer);
        ui.setExitPosition(viewer, start + snippet.end(), 0, Integer.MAX_VALUE);
        ui.setCyclingMode(LinkedModeUI.CYCLE_WHEN_NO_PARENT);
        ui.enter();
        viewer.setSelectedRange(start + fields.get(0).offset(), fields.get(0).length());
    }
}

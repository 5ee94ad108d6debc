package org.eunomia.ide.ui.internal.verify;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.text.edits.MultiTextEdit;
import org.eclipse.text.edits.ReplaceEdit;
import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.IMarkerResolution2;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.core.runtime.Adapters;
import org.eunomia.ide.core.fixes.Fix;
import org.eunomia.ide.core.fixes.SourceEdit;

/** Makes a change in the editor, where it can be looked at and taken back; saving it builds and verifies again. */
final class FixResolution implements IMarkerResolution2 {
    private final Fix fix;

    FixResolution(Fix fix) {
        this.fix = fix;
    }

    @Override
    public String getLabel() {
        return fix.label();
    }

    @Override
    public String getDescription() {
        StringBuilder text = new StringBuilder();
        for (SourceEdit edit : fix.edits().reversed()) text.append("<pre>").append(edit.text().strip().replace("&", "&amp;").replace("<", "&lt;")).append("</pre>");
        return text.toString();
    }

    @Override
    public Image getImage() {
        return null;
    }

    @Override
    public void run(IMarker marker) {
        IWorkbenchPage page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
        try {
            ITextEditor editor = Adapters.adapt(IDE.openEditor(page, (IFile) marker.getResource()), ITextEditor.class);
            if (editor == null) return;
            IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
            MultiTextEdit all = new MultiTextEdit();
            for (SourceEdit edit : fix.edits()) all.addChild(new ReplaceEdit(edit.offset(), edit.length(), edit.text()));
            all.apply(document);
            SourceEdit first = fix.edits().getLast();
            editor.selectAndReveal(first.offset(), first.text().length());
        } catch (PartInitException | BadLocationException e) {
            ILog.of(FixResolution.class).error("Cannot change " + marker.getResource().getName(), e);
        }
    }
}

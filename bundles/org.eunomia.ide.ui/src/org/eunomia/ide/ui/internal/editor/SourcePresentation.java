package org.eunomia.ide.ui.internal.editor;

import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.presentation.PresentationReconciler;
import org.eclipse.jface.util.IPropertyChangeListener;

/** Colours source while it is edited, and anew when the colours change. */
public final class SourcePresentation extends PresentationReconciler {
    private IPropertyChangeListener colours;

    public SourcePresentation() {
        LineColours lines = new LineColours();
        setDamager(lines, IDocument.DEFAULT_CONTENT_TYPE);
        setRepairer(lines, IDocument.DEFAULT_CONTENT_TYPE);
    }

    @Override
    public void install(ITextViewer viewer) {
        super.install(viewer);
        colours = Colours.listen(viewer::invalidateTextPresentation);
    }

    @Override
    public void uninstall() {
        super.uninstall();
        if (colours != null) Colours.forget(colours);
    }
}

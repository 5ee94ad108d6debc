package org.eunomia.ide.ui.internal.editor;

import org.eclipse.core.runtime.IAdapterFactory;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;

/** Gives generic editors of our sources their outline. */
public final class OutlineAdapter implements IAdapterFactory {
    @Override
    public <T> T getAdapter(Object adaptable, Class<T> type) {
        if (type != IContentOutlinePage.class || !(adaptable instanceof ITextEditor editor) || editor.getEditorInput() == null) return null;
        return SourceTester.isSource(editor.getEditorInput().getName()) ? type.cast(new OutlinePage(editor)) : null;
    }

    @Override
    public Class<?>[] getAdapterList() {
        return new Class<?>[] {IContentOutlinePage.class};
    }
}

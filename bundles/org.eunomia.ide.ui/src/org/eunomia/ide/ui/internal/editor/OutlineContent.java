package org.eunomia.ide.ui.internal.editor;

import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eunomia.ide.core.language.OutlineNode;
import org.eunomia.ide.core.language.SourceOutline;

/** The outline as a tree. */
final class OutlineContent implements ITreeContentProvider {
    @Override
    public Object[] getElements(Object input) {
        return ((SourceOutline) input).nodes().toArray();
    }

    @Override
    public Object[] getChildren(Object parent) {
        return ((OutlineNode) parent).children().toArray();
    }

    @Override
    public Object getParent(Object element) {
        return null;
    }

    @Override
    public boolean hasChildren(Object element) {
        return !((OutlineNode) element).children().isEmpty();
    }
}

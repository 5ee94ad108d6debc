package org.eunomia.ide.ui.internal.editor;

import org.eclipse.core.expressions.PropertyTester;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.content.IContentType;
import org.eclipse.core.runtime.content.IContentTypeManager;
import org.eclipse.ui.IEditorInput;

/** Tells whether an editor shows source of ours. */
public final class SourceTester extends PropertyTester {
    static final String CONTENT_TYPE = "org.eunomia.ide.ui.c";

    @Override
    public boolean test(Object receiver, String property, Object[] arguments, Object expected) {
        return receiver instanceof IEditorInput input && isSource(input.getName());
    }

    static boolean isSource(String name) {
        IContentTypeManager types = Platform.getContentTypeManager();
        IContentType ours = types.getContentType(CONTENT_TYPE);
        for (IContentType t : types.findContentTypesFor(name)) if (t.isKindOf(ours)) return true;
        return false;
    }
}

package org.eunomia.ide.ui.internal.editor;

import org.eclipse.ui.texteditor.ITextEditor;
import org.eunomia.ide.core.language.SourceOutline;

/** What the last build found out of the source that an editor shows. */
final class BuiltPackage {
    BuiltPackage(ITextEditor editor, Runnable changed) { }

    void watch() { }

    void forget() { }

    SourceOutline enrich(SourceOutline outline) {
        return outline;
    }
}

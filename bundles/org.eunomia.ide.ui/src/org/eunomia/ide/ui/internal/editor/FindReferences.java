package org.eunomia.ide.ui.internal.editor;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.search.ui.NewSearchUI;

/** Lists where the name at the cursor stands, in the search view. */
public final class FindReferences extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) {
        Editors.active(event).flatMap(NameAtCursor::of).ifPresent(name -> NewSearchUI.runQueryInBackground(new ReferenceQuery(name.path(), name.position(), name.text())));
        return null;
    }
}

package org.eunomia.ide.ui.internal.verify;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;

/** Shows the log of the selected source, or of that in the editor. */
public final class ShowLogHandler extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) {
        VerifyHandler.show(event, VerifyHandler.sources(event).stream().findFirst());
        return null;
    }
}

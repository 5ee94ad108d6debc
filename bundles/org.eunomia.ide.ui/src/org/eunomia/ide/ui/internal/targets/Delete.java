package org.eunomia.ide.ui.internal.targets;

import org.eclipse.ui.IWorkbenchWindow;

/** What the key for deleting does here: stops trackers, forgets targets. */
public final class Delete extends TargetHandler {
    private final StopTracker stop = new StopTracker();
    private final RemoveTarget remove = new RemoveTarget();

    @Override
    boolean accepts(Chosen chosen) {
        return stop.accepts(chosen) || remove.accepts(chosen);
    }

    @Override
    void execute(Chosen chosen, IWorkbenchWindow window) {
        (stop.accepts(chosen) ? stop : remove).execute(chosen, window);
    }
}

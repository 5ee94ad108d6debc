package org.eunomia.ide.ui.internal.targets;

import org.eclipse.ui.IWorkbenchWindow;

/** Shows what is in the maps of the chosen trackers. */
public final class ShowMaps extends TargetHandler {
    @Override
    boolean accepts(Chosen chosen) {
        return !chosen.trackers().isEmpty();
    }

    @Override
    void execute(Chosen chosen, IWorkbenchWindow window) {
        TrackerViews.showMaps(chosen.trackers());
    }
}

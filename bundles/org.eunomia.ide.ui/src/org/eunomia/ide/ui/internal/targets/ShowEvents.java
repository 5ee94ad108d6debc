package org.eunomia.ide.ui.internal.targets;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.ui.IWorkbenchWindow;
import org.eunomia.ide.core.sessions.TrackerSession;
import org.eunomia.ide.core.targets.Target;
import org.eunomia.ide.core.targets.TargetMonitor;

/** Shows the events of the chosen trackers, or of all of the chosen targets, in one stream. */
public final class ShowEvents extends TargetHandler {
    @Override
    boolean accepts(Chosen chosen) {
        return !sessions(chosen).isEmpty();
    }

    static List<TrackerSession> sessions(Chosen chosen) {
        List<TrackerSession> all = new ArrayList<>(chosen.trackers());
        for (Target t : chosen.targets()) TargetMonitor.shared().state(t).trackers().stream().map(TargetTree::session).filter(s -> !all.contains(s)).forEach(all::add);
        return all;
    }

    @Override
    void execute(Chosen chosen, IWorkbenchWindow window) {
        TrackerViews.showEvents(sessions(chosen));
    }
}

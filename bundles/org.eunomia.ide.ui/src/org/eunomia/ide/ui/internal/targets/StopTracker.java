package org.eunomia.ide.ui.internal.targets;

import java.util.List;
import org.eclipse.ui.IWorkbenchWindow;
import org.eunomia.ide.core.launch.TrackerProcess;
import org.eunomia.ide.core.sessions.TrackerSession;
import org.eunomia.ide.core.targets.TargetRegistry;

/** Stops trackers. */
public final class StopTracker extends TargetHandler {
    @Override
    boolean accepts(Chosen chosen) {
        return !chosen.running().isEmpty();
    }

    @Override
    void execute(Chosen chosen, IWorkbenchWindow window) {
        List<TrackerSession> running = chosen.running();
        new TargetJob<>(running.size() == 1 ? "Stop " + running.getFirst().title() : "Stop " + running.size() + " trackers", running, s -> {
            // One that a launch has started ends with its console, which then tells what was left.
            List<TrackerProcess> launched = TrackerProcess.running().stream().filter(p -> p.session().equals(s)).toList();
            launched.forEach(TrackerProcess::terminate);
            if (launched.isEmpty()) TargetRegistry.shared().service(s.target()).stop(s.id());
            return s.target();
        }).schedule();
    }
}

package org.eunomia.ide.ui.internal.targets;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.ui.IWorkbenchWindow;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.StartSpec;
import org.eunomia.core.TrackerService;
import org.eunomia.core.UpdateReport;
import org.eunomia.ide.core.launch.TrackerProcess;
import org.eunomia.ide.core.sessions.TrackerSession;
import org.eunomia.ide.core.sessions.TrackerSessions;
import org.eunomia.ide.core.targets.TargetRegistry;
import org.eunomia.ide.ui.internal.launch.ReplacedNotice;

/** Replaces the package of running trackers without a gap. */
public final class UpdateTracker extends TargetHandler {
    private static final Duration SETTLING = Duration.ofSeconds(10);

    @Override
    boolean accepts(Chosen chosen) {
        return !chosen.running().isEmpty() && chosen.running().size() == chosen.trackers().size();
    }

    @Override
    void execute(Chosen chosen, IWorkbenchWindow window) {
        List<TrackerSession> trackers = chosen.running();
        String where = trackers.size() == 1 ? trackers.getFirst().title() : trackers.size() + " trackers";
        Optional<StartDialog.Wanted> wanted = StartDialog.ask(window.getShell(), true, where);
        if (wanted.isEmpty()) return;
        StartTracker.SharedPackage pack = new StartTracker.SharedPackage(wanted.get().source());
        new TargetJob<>("Replace " + where, trackers, s -> {
            UpdateReport report = replace(s, new StartSpec(pack.get(), "", wanted.get().params(), Map.of()), wanted.get().option());
            ReplacedNotice.show(s, report);
            return s.target();
        }).schedule();
    }

    /** One with a console is replaced by way of it, so that it goes on with the new generation's maps and tells of it. */
    private static UpdateReport replace(TrackerSession session, StartSpec start, boolean carryMaps) throws OperationFailedException, InterruptedException {
        Optional<TrackerProcess> process = TrackerProcess.running().stream().filter(p -> p.session().equals(session)).findFirst();
        if (process.isPresent()) return process.get().replace(start, carryMaps);
        TrackerService service = TargetRegistry.shared().service(session.target());
        UpdateReport first = service.update(session.id(), start, carryMaps);
        UpdateReport report = first.settled() ? first : service.lastUpdate(session.id(), SETTLING);
        TrackerSessions.shared().update(session, report);
        return report;
    }
}

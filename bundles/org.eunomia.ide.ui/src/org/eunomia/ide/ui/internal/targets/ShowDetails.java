package org.eunomia.ide.ui.internal.targets;

import java.util.List;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;
import org.eunomia.ide.core.sessions.TrackerSession;
import org.eunomia.ide.core.targets.TargetMonitor;

/** Shows all that is known of a target or a tracker. */
public final class ShowDetails extends TargetHandler {
    @Override
    boolean accepts(Chosen chosen) {
        return chosen.targets().size() + chosen.trackers().size() == 1;
    }

    @Override
    void execute(Chosen chosen, IWorkbenchWindow window) {
        Shell shell = window.getShell();
        if (chosen.trackers().isEmpty()) {
            DetailsDialog.open(shell, chosen.targets().getFirst().name(), Details.of(chosen.targets().getFirst(), TargetMonitor.shared().state(chosen.targets().getFirst())));
            return;
        }
        Display display = shell.getDisplay();
        TrackerSession session = chosen.trackers().getFirst();
        new TargetJob<>("Show " + session.title(), List.of(session), s -> {
            List<Details.Group> details = Details.of(s);
            display.asyncExec(() -> DetailsDialog.open(shell, s.title() + " [" + s.id() + "]", details));
            return s.target();
        }).schedule();
    }
}

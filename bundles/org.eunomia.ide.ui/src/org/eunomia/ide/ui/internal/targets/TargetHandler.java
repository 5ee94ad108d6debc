package org.eunomia.ide.ui.internal.targets;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.ISources;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eunomia.core.TrackerInfo;
import org.eunomia.ide.core.sessions.TrackerSession;
import org.eunomia.ide.core.targets.Target;
import org.eunomia.ide.core.targets.TargetMonitor;

/** Does something to the targets and trackers that are chosen. */
abstract class TargetHandler extends AbstractHandler {
    /** What is chosen, as far as it is of use here. */
    record Chosen(List<Target> targets, List<TrackerSession> trackers) {
        static Chosen of(Object selection) {
            List<Target> targets = new ArrayList<>();
            List<TrackerSession> trackers = new ArrayList<>();
            if (selection instanceof IStructuredSelection s) {
                for (Object o : s.toList()) {
                    if (o instanceof Target t) targets.add(t);
                    if (o instanceof TrackerSession t) trackers.add(t);
                }
            }
            return new Chosen(targets, trackers);
        }

        /** Those that are chosen, and those of chosen trackers. */
        List<Target> allTargets() {
            Set<Target> all = new LinkedHashSet<>(targets);
            trackers.forEach(t -> all.add(t.target()));
            return List.copyOf(all);
        }

        List<TrackerSession> running() {
            return trackers.stream().filter(Chosen::isRunning).toList();
        }

        private static boolean isRunning(TrackerSession session) {
            return TargetLabels.status(TargetMonitor.shared(), session).filter(s -> s.info().state() == TrackerInfo.State.RUNNING).isPresent();
        }

        List<Target> remote() {
            return targets.stream().filter(t -> !t.isLocal()).toList();
        }
    }

    /** Whether there is something to do. */
    abstract boolean accepts(Chosen chosen);

    abstract void execute(Chosen chosen, IWorkbenchWindow window);

    @Override
    public final void setEnabled(Object context) {
        setBaseEnabled(accepts(Chosen.of(HandlerUtil.getVariable(context, ISources.ACTIVE_CURRENT_SELECTION_NAME))));
    }

    @Override
    public final Object execute(ExecutionEvent event) throws ExecutionException {
        Chosen chosen = Chosen.of(HandlerUtil.getCurrentSelection(event));
        if (accepts(chosen)) execute(chosen, HandlerUtil.getActiveWorkbenchWindowChecked(event));
        return null;
    }
}

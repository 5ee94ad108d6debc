package org.eunomia.ide.events.internal.views;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eunomia.ide.core.sessions.TrackerSession;
import org.eunomia.ide.core.sessions.TrackerSessions;
import org.eunomia.ide.core.targets.TrackerStatus;

/** Brings up a view, whose id the extension gives after the class, with the trackers that are selected, else with that of the view in front. */
public final class ShowTracker extends AbstractHandler implements IExecutableExtension {
    private String view;

    @Override
    public void setInitializationData(IConfigurationElement configuration, String property, Object data) {
        view = String.valueOf(data);
    }

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        List<TrackerSession> selected = selected(event);
        IWorkbenchPage page = HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage();
        try {
            page.showView(view);
        } catch (PartInitException e) {
            throw new ExecutionException("cannot show the view " + view, e);
        }
        // The view listens by now.
        if (!selected.isEmpty()) TrackerSessions.shared().reveal(selected);
        return null;
    }

    private static List<TrackerSession> selected(ExecutionEvent event) {
        List<TrackerSession> sessions = new ArrayList<>();
        List<Object> candidates = new ArrayList<>();
        if (HandlerUtil.getCurrentSelection(event) instanceof IStructuredSelection selection) selection.forEach(candidates::add);
        if (HandlerUtil.getActivePart(event) != null) candidates.add(HandlerUtil.getActivePart(event));
        for (Object each : candidates) {
            TrackerSession session = each instanceof TrackerStatus s ? new TrackerSession(s.target(), s.info().id(), s.info().name()) : Adapters.adapt(each, TrackerSession.class);
            if (session != null && !sessions.contains(session)) sessions.add(session);
        }
        return sessions;
    }
}

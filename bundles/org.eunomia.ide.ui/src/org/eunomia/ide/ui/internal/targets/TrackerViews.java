package org.eunomia.ide.ui.internal.targets;

import java.util.List;
import org.eclipse.core.runtime.ILog;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eunomia.ide.core.sessions.TrackerSession;
import org.eunomia.ide.core.sessions.TrackerSessions;

/** Brings up the views of events and of maps, which know sessions and nothing of who wants them shown. */
public final class TrackerViews {
    private static final String EVENTS = "org.eunomia.ide.events.view";
    private static final String MAPS = "org.eunomia.ide.events.maps";

    private TrackerViews() { }

    /** From any thread. Several make one stream. */
    public static void showEvents(List<TrackerSession> sessions) {
        show(EVENTS, sessions);
    }

    public static void showMaps(List<TrackerSession> sessions) {
        show(MAPS, sessions);
    }

    private static void show(String view, List<TrackerSession> sessions) {
        Display display = PlatformUI.getWorkbench().getDisplay();
        display.asyncExec(() -> {
            IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
            if (window == null && PlatformUI.getWorkbench().getWorkbenchWindowCount() > 0) window = PlatformUI.getWorkbench().getWorkbenchWindows()[0];
            if (window != null && window.getActivePage() != null) open(view, window.getActivePage());
            // The view listens by now.
            TrackerSessions.shared().reveal(sessions);
        });
    }

    private static void open(String view, IWorkbenchPage page) {
        // An installation may do without the views of events.
        if (PlatformUI.getWorkbench().getViewRegistry().find(view) == null) return;
        try {
            page.showView(view, null, IWorkbenchPage.VIEW_VISIBLE);
        } catch (PartInitException e) {
            ILog.of(TrackerViews.class).error("cannot show the view " + view, e);
        }
    }
}

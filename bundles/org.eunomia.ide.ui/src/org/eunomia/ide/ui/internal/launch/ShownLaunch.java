package org.eunomia.ide.ui.internal.launch;

import java.util.List;
import org.eclipse.ui.PlatformUI;
import org.eunomia.core.UpdateReport;
import org.eunomia.ide.core.launch.TrackerLaunchDelegate;
import org.eunomia.ide.core.sessions.TrackerSession;
import org.eunomia.ide.ui.internal.targets.TrackerViews;

/** A launch that brings up the view of events, and tells what a replacement cost. */
public final class ShownLaunch extends TrackerLaunchDelegate {
    @Override
    protected void launched(List<TrackerSession> sessions) {
        if (PlatformUI.isWorkbenchRunning()) TrackerViews.showEvents(sessions);
        else super.launched(sessions);
    }

    @Override
    protected void replaced(TrackerSession session, UpdateReport report) {
        if (PlatformUI.isWorkbenchRunning()) ReplacedNotice.show(session, report);
    }
}

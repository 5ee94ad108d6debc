package org.eunomia.ide.ui.internal.verify;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eunomia.ide.core.project.TrackerMarkers;

/** Shows why. */
final class ShowLogResolution implements IMarkerResolution {
    @Override
    public String getLabel() {
        return "Show the verifier's log";
    }

    @Override
    public void run(IMarker marker) {
        try {
            VerifierLogView view = (VerifierLogView) PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage().showView(VerifierLogView.ID);
            String source = marker.getAttribute(TrackerMarkers.SOURCE, marker.getResource().getFullPath().toString());
            IFile file = ResourcesPlugin.getWorkspace().getRoot().getFile(IPath.fromPortableString(source));
            view.follow(file);
        } catch (PartInitException e) {
            ILog.of(ShowLogResolution.class).error("Cannot show the verifier's log", e);
        }
    }
}

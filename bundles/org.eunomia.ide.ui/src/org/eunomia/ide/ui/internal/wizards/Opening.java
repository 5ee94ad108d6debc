package org.eunomia.ide.ui.internal.wizards;

import org.eclipse.core.resources.IFile;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.WorkbenchException;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.statushandlers.StatusManager;
import org.eclipse.ui.wizards.newresource.BasicNewResourceWizard;
import org.eunomia.ide.core.project.TrackerProject;
import org.eunomia.ide.ui.internal.EbpfPerspective;

/** Shows what a wizard has made. */
final class Opening {
    private Opening() { }

    /** In an editor, too, unless it is a package: that is one line, longer than editors are made for. */
    static void show(IFile file, IWorkbench workbench) {
        IWorkbenchWindow window = workbench.getActiveWorkbenchWindow();
        if (window == null) return;
        try {
            workbench.showPerspective(EbpfPerspective.ID, window);
            BasicNewResourceWizard.selectAndReveal(file, window);
            if (TrackerProject.isSource(file)) IDE.openEditor(window.getActivePage(), file, true);
        } catch (PartInitException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW);
        } catch (WorkbenchException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.LOG);
        }
    }
}

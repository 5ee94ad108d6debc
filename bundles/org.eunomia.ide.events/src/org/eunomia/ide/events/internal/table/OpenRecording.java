package org.eunomia.ide.events.internal.table;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IPath;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.IEditorLauncher;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;

/** Opens {@code .events} files in the event view. */
public final class OpenRecording implements IEditorLauncher {
    @Override
    public void open(IPath file) {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        try {
            if (window.getActivePage().showView(EventsView.ID) instanceof EventsView view) view.replay(file.toFile().toPath(), false);
        } catch (OperationFailedException e) {
            Failure failure = e.failure();
            MessageDialog.openError(window.getShell(), "Open Recording", failure.summary() + (failure.hint().isEmpty() ? "" : "\n\n" + failure.hint()));
        } catch (PartInitException e) {
            ILog.get().error("cannot show the event view", e);
        }
    }
}

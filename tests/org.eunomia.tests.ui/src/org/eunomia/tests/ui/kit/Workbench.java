package org.eunomia.tests.ui.kit;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.ILogListener;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One workbench for all tests: each finds it with an empty workspace, the eBPF perspective and no dialog, and fails if it logs an error. */
public final class Workbench implements BeforeEachCallback, AfterEachCallback {
    public static final String PERSPECTIVE = "org.eunomia.ide.ui.perspective";

    private final List<IStatus> errors = new ArrayList<>();
    private final ILogListener log = (status, plugin) -> {
        if (status.getSeverity() == IStatus.ERROR) synchronized (errors) {
            errors.add(status);
        }
    };

    @Override
    public void beforeEach(ExtensionContext context) {
        errors.clear();
        Platform.addLogListener(log);
        Ui.run(() -> {
            Shell shell = window().getShell();
            shell.setMaximized(true);
            shell.forceActive();
            PlatformUI.getWorkbench().getIntroManager().closeIntro(PlatformUI.getWorkbench().getIntroManager().getIntro());
            page().setPerspective(PlatformUI.getWorkbench().getPerspectiveRegistry().findPerspectiveWithId(PERSPECTIVE));
            page().resetPerspective();
        });
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        if (context.getExecutionException().isPresent()) Screenshots.take("failed-" + context.getRequiredTestClass().getSimpleName() + "-" + context.getRequiredTestMethod().getName());
        Ui.run(() -> {
            for (Shell shell : Widgets.shells()) if (!shell.isDisposed() && shell != window().getShell() && shell.getData() instanceof Dialog dialog) dialog.close();
            page().closeAllEditors(false);
        });
        for (IProject project : ResourcesPlugin.getWorkspace().getRoot().getProjects()) project.delete(true, true, null);
        Job.getJobManager().join(ResourcesPlugin.FAMILY_AUTO_BUILD, null);
        Platform.removeLogListener(log);
        synchronized (errors) {
            if (!errors.isEmpty()) throw new AssertionError("the workbench logged: " + errors, errors.getFirst().getException());
        }
    }

    /** For use in the workbench's thread. */
    public static IWorkbenchWindow window() {
        IWorkbenchWindow active = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        return active != null ? active : PlatformUI.getWorkbench().getWorkbenchWindows()[0];
    }

    /** For use in the workbench's thread. */
    public static IWorkbenchPage page() {
        return window().getActivePage();
    }

    /** Shows a view and gives what it consists of. */
    public static Composite view(String id) {
        return Ui.get(() -> {
            IViewPart part = page().showView(id);
            Control client = (Control) ((org.eclipse.ui.IWorkbenchPartSite) part.getSite()).getService(org.eclipse.e4.ui.model.application.ui.basic.MPart.class).getWidget();
            return (Composite) client;
        });
    }

    /** Starts a command as its key would, without waiting for it to end, since it may open a dialog. */
    public static void command(String id) {
        Ui.display().asyncExec(() -> {
            try {
                PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(id, null);
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
    }
}

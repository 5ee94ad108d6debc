package org.eunomia.ide.ui.internal.wizards;

import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.jface.wizard.IWizardContainer;
import org.eunomia.core.OperationFailedException;
import org.eunomia.ide.core.project.TrackerProject;

/** The last step of a wizard, with progress in its window. */
final class Making {
    /** Reads what the files are to hold. */
    @FunctionalInterface
    interface Contents {
        Map<String, byte[]> read() throws Exception;
    }

    private Making() { }

    /** Empty when it failed, which the user has been told, or was cancelled. */
    static Optional<IProject> run(IWizardContainer container, String name, Contents contents) {
        IProject[] made = new IProject[1];
        try {
            container.run(true, true, monitor -> {
                try {
                    made[0] = make(name, contents.read(), monitor);
                } catch (RuntimeException e) {
                    throw e;
                } catch (Exception e) {
                    throw new InvocationTargetException(e);
                }
            });
        } catch (InterruptedException e) {
            return Optional.empty();
        } catch (InvocationTargetException e) {
            ErrorDialog.openError(container.getShell(), "New project", "The project " + name + " could not be created.", status(e.getCause()));
            return Optional.empty();
        }
        return Optional.ofNullable(made[0]);
    }

    /** All files, or no project. */
    private static IProject make(String name, Map<String, byte[]> files, IProgressMonitor monitor) throws CoreException {
        try {
            return TrackerProject.create(name, null, files, monitor).project();
        } catch (CoreException | RuntimeException e) {
            IProject half = project(name);
            if (half.exists()) half.delete(true, true, null);
            throw e;
        }
    }

    private static IProject project(String name) {
        return ResourcesPlugin.getWorkspace().getRoot().getProject(name);
    }

    static boolean isTaken(String name) {
        return project(name).exists();
    }

    private static IStatus status(Throwable cause) {
        return switch (cause) {
            case CoreException e -> e.getStatus();
            case OperationFailedException e -> Status.error(e.failure().summary() + (e.failure().hint().isEmpty() ? "" : "\n" + e.failure().hint()), e);
            default -> Status.error(String.valueOf(cause.getMessage()), cause);
        };
    }
}

package org.eunomia.studio.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.statushandlers.StatusManager;
import org.eunomia.core.OperationFailedException;
import org.eunomia.ide.core.launch.Failures;
import org.eunomia.ide.core.project.TrackerProject;
import org.eunomia.toolchain.scaffold.NewFile;
import org.eunomia.toolchain.scaffold.NewTracker;
import org.eunomia.toolchain.scaffold.Scaffold;

/** Makes a project of the example that each manual begins with, or finds the one made before, and opens its source. */
final class ExampleJob extends Job {
    private static final String NAME = "opensnoop";

    private ExampleJob() {
        super("Opening the example " + NAME);
        setUser(true);
    }

    static void open() {
        new ExampleJob().schedule();
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        try {
            IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject(NAME);
            if (!project.exists()) project = TrackerProject.create(NAME, null, files(), monitor).project();
            IFile source = project.getFile(NAME + ".bpf.c");
            PlatformUI.getWorkbench().getDisplay().asyncExec(() -> show(source));
            return Status.OK_STATUS;
        } catch (CoreException e) {
            return e.getStatus();
        } catch (OperationFailedException e) {
            return Failures.status(e.failure());
        } catch (IOException e) {
            return Status.error("The example cannot be opened: " + e.getMessage(), e);
        }
    }

    private static Map<String, byte[]> files() throws IOException, OperationFailedException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (NewFile file : new NewTracker(Scaffold.find().named(NAME), NAME, "", "").files()) files.put(file.name(), file.text().getBytes(StandardCharsets.UTF_8));
        return files;
    }

    private static void show(IFile source) {
        IWorkbenchPage page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
        try {
            IDE.openEditor(page, source);
        } catch (PartInitException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW | StatusManager.LOG);
        }
    }
}

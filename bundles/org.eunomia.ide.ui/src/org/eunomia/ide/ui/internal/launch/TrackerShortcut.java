package org.eunomia.ide.ui.internal.launch;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationType;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.debug.ui.ILaunchShortcut2;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.ElementListSelectionDialog;
import org.eclipse.ui.model.WorkbenchLabelProvider;
import org.eunomia.ide.core.launch.TrackerLaunch;
import org.eunomia.ide.core.launch.TrackerSource;

/** Run As > eBPF tracker: on a project, a source or a package, by the configuration that there is for it, or else a new one. */
public final class TrackerShortcut implements ILaunchShortcut2 {
    @Override
    public void launch(ISelection selection, String mode) {
        launch(resource(selection), mode);
    }

    @Override
    public void launch(IEditorPart editor, String mode) {
        launch(resource(editor), mode);
    }

    private static IResource resource(ISelection selection) {
        return selection instanceof IStructuredSelection s ? Adapters.adapt(s.getFirstElement(), IResource.class) : null;
    }

    private static IResource resource(IEditorPart editor) {
        return Adapters.adapt(editor.getEditorInput(), IResource.class);
    }

    private static void launch(IResource resource, String mode) {
        Shell shell = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell();
        if (resource == null) return;
        try {
            IFile chosen = choose(resource, shell);
            if (chosen != null) DebugUITools.launch(configuration(chosen), mode);
        } catch (CoreException e) {
            ErrorDialog.openError(shell, "Run " + resource.getName(), null, e.getStatus());
        }
    }

    /** The source or package itself; of a project its only source, or the one that the user picks; null when there is none. */
    private static IFile choose(IResource resource, Shell shell) throws CoreException {
        if (resource instanceof IFile f && TrackerSource.isRunnable(f)) return f;
        List<IFile> sources = resource instanceof IContainer c ? TrackerSource.runnable(c) : TrackerSource.runnable(resource.getProject());
        if (sources.size() == 1) return sources.getFirst();
        if (sources.isEmpty()) {
            MessageDialog.openInformation(shell, "Run " + resource.getName(), "There is neither a .bpf.c nor a package in " + resource.getName() + ".");
            return null;
        }
        ElementListSelectionDialog dialog = new ElementListSelectionDialog(shell, WorkbenchLabelProvider.getDecoratingWorkbenchLabelProvider());
        dialog.setTitle("Run " + resource.getName());
        dialog.setMessage("Choose the tracker to run:");
        dialog.setElements(sources.toArray());
        return dialog.open() == ElementListSelectionDialog.OK ? (IFile) dialog.getFirstResult() : null;
    }

    private static ILaunchConfiguration configuration(IFile source) throws CoreException {
        String path = source.getFullPath().toString();
        List<ILaunchConfiguration> existing = configurations(path);
        if (!existing.isEmpty()) return existing.getFirst();
        ILaunchManager manager = DebugPlugin.getDefault().getLaunchManager();
        ILaunchConfigurationWorkingCopy copy = type().newInstance(null, manager.generateLaunchConfigurationName(TrackerSource.name(path)));
        TrackerLaunch.of(path).write(copy);
        copy.setMappedResources(new IResource[] {source});
        return copy.doSave();
    }

    private static ILaunchConfigurationType type() {
        return DebugPlugin.getDefault().getLaunchManager().getLaunchConfigurationType(TrackerLaunch.TYPE);
    }

    private static List<ILaunchConfiguration> configurations(String path) throws CoreException {
        List<ILaunchConfiguration> found = new ArrayList<>();
        for (ILaunchConfiguration c : DebugPlugin.getDefault().getLaunchManager().getLaunchConfigurations(type())) if (TrackerLaunch.read(c).source().equals(path)) found.add(c);
        return found;
    }

    @Override
    public ILaunchConfiguration[] getLaunchConfigurations(ISelection selection) {
        return configurations(resource(selection));
    }

    @Override
    public ILaunchConfiguration[] getLaunchConfigurations(IEditorPart editor) {
        return configurations(resource(editor));
    }

    /** Null lets {@link #launch} decide, which makes one. */
    private static ILaunchConfiguration[] configurations(IResource resource) {
        try {
            if (!(resource instanceof IFile f)) return null;
            List<ILaunchConfiguration> found = configurations(f.getFullPath().toString());
            return found.isEmpty() ? null : found.toArray(ILaunchConfiguration[]::new);
        } catch (CoreException e) {
            return null;
        }
    }

    @Override
    public IResource getLaunchableResource(ISelection selection) {
        return resource(selection);
    }

    @Override
    public IResource getLaunchableResource(IEditorPart editor) {
        return resource(editor);
    }
}

package org.eunomia.ide.ui.internal.verify;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IFileEditorInput;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eunomia.ide.core.project.TrackerProject;
import org.eunomia.ide.core.verify.Verifications;

/** Verifies the selected sources, or that in the editor, and shows the log. */
public final class VerifyHandler extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) {
        List<IFile> sources = sources(event);
        sources.forEach(VerifyHandler::verify);
        show(event, sources.stream().findFirst());
        return null;
    }

    static List<IFile> sources(ExecutionEvent event) {
        if (HandlerUtil.getCurrentSelection(event) instanceof IStructuredSelection selection) {
            List<IFile> selected = selection.stream().map(o -> Adapters.adapt(o, IFile.class)).filter(f -> f != null && TrackerProject.isSource(f)).toList();
            if (!selected.isEmpty()) return selected;
        }
        return HandlerUtil.getActiveEditorInput(event) instanceof IFileEditorInput input && TrackerProject.isSource(input.getFile()) ? List.of(input.getFile()) : List.of();
    }

    /** Of what was built last, in the background. */
    static void verify(IFile source) {
        Job.create("Reading the package of " + source.getName(),
                (ICoreRunnable) m -> TrackerProject.of(source.getProject()).lastBuilt(source).ifPresent(pack -> Verifications.shared().verify(source, pack))).schedule();
    }

    static void show(ExecutionEvent event, Optional<IFile> file) {
        try {
            var window = HandlerUtil.getActiveWorkbenchWindow(event);
            if (window == null || window.getActivePage() == null) return;
            VerifierLogView view = (VerifierLogView) window.getActivePage().showView(VerifierLogView.ID);
            file.ifPresent(view::follow);
        } catch (PartInitException e) {
            throw new IllegalStateException(e);
        }
    }
}

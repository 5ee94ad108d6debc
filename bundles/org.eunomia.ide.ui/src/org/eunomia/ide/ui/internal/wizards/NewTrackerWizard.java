package org.eunomia.ide.ui.internal.wizards;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.statushandlers.StatusManager;
import org.eunomia.core.OperationFailedException;
import org.eunomia.ide.core.targets.TargetRegistry;
import org.eunomia.toolchain.scaffold.NewFile;
import org.eunomia.toolchain.scaffold.Scaffold;
import org.eunomia.toolchain.scaffold.StartingPoint;

/** Template, hook, preview; then a project with nature and builder, its source in an editor. */
public final class NewTrackerWizard extends Wizard implements INewWizard {
    private final Draft draft = new Draft();
    private IWorkbench workbench;
    private TemplatePage templates;
    private HookPage hooks;
    private PreviewPage preview;

    public NewTrackerWizard() {
        setWindowTitle("New eBPF tracker");
        setNeedsProgressMonitor(true);
        setDefaultPageImageDescriptor(Icons.descriptor("wizard-tracker"));
    }

    @Override
    public void init(IWorkbench workbench, IStructuredSelection selection) {
        this.workbench = workbench;
    }

    @Override
    public void addPages() {
        templates = new TemplatePage(startingPoints(), draft, Making::isTaken);
        hooks = new HookPage(draft, TargetRegistry.shared().list(), TargetRegistry.shared()::service);
        preview = new PreviewPage(draft);
        addPage(templates);
        addPage(hooks);
        addPage(preview);
    }

    private static List<StartingPoint> startingPoints() {
        try {
            return Scaffold.find().templates();
        } catch (IOException | OperationFailedException e) {
            StatusManager.getManager().handle(Status.error("The templates of this installation cannot be read", e), StatusManager.LOG);
            return List.of();
        }
    }

    @Override
    public IWizardPage getNextPage(IWizardPage page) {
        return page == templates && hasNoHook() ? preview : super.getNextPage(page);
    }

    @Override
    public IWizardPage getPreviousPage(IWizardPage page) {
        return page == preview && hasNoHook() ? templates : super.getPreviousPage(page);
    }

    private boolean hasNoHook() {
        return draft.template == null || draft.template.hook().isEmpty();
    }

    /** From the first page on: the template says where to attach. */
    @Override
    public boolean canFinish() {
        return templates.isPageComplete() && (hasNoHook() || hooks.isPageComplete());
    }

    @Override
    public boolean performFinish() {
        Optional<IProject> made = Making.run(getContainer(), draft.name, this::contents);
        made.ifPresent(project -> Opening.show(project.getFile(draft.name + ".bpf.c"), workbench));
        return made.isPresent();
    }

    private Map<String, byte[]> contents() throws IOException {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        for (NewFile f : draft.files()) contents.put(f.name(), f.text().getBytes(StandardCharsets.UTF_8));
        return contents;
    }
}

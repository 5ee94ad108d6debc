package org.eunomia.ide.ui.internal.wizards;

import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.resources.IProject;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.IImportWizard;
import org.eclipse.ui.IWorkbench;
import org.eunomia.ide.core.imports.ImportedFile;
import org.eunomia.ide.core.imports.TrackerImport;

/** Makes a project of a source, a folder of sources or a package that was begun elsewhere. */
public final class ImportTrackerWizard extends Wizard implements IImportWizard {
    private IWorkbench workbench;
    private ImportPage page;

    public ImportTrackerWizard() {
        setWindowTitle("Import eBPF tracker");
        setNeedsProgressMonitor(true);
        setDefaultPageImageDescriptor(Icons.descriptor("wizard-import"));
    }

    @Override
    public void init(IWorkbench workbench, IStructuredSelection selection) {
        this.workbench = workbench;
    }

    @Override
    public void addPages() {
        page = new ImportPage(Making::isTaken);
        addPage(page);
    }

    @Override
    public boolean performFinish() {
        TrackerImport found = page.found();
        Optional<IProject> made = Making.run(getContainer(), page.projectName(), () -> contents(found));
        made.ifPresent(project -> Opening.show(project.getFile(found.main().target()), workbench));
        return made.isPresent();
    }

    private static Map<String, byte[]> contents(TrackerImport found) throws Exception {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        for (ImportedFile f : found.files()) contents.put(f.target(), Files.readAllBytes(f.source()));
        return contents;
    }
}

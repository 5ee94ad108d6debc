package org.eunomia.ide.ui.internal.wizards;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.ide.core.imports.ImportedFile;
import org.eunomia.ide.core.imports.TrackerImport;
import org.eunomia.toolchain.scaffold.NewTrackerRules;

/** What to import, and what would be copied. */
final class ImportPage extends WizardPage {
    private static final int PAUSE_MILLIS = 250;
    private final Predicate<String> taken;
    private final Runnable look = this::look;
    private Text path;
    private Text name;
    private Label summary;
    private TableViewer files;
    private String looked = "";
    private TrackerImport found;
    private Failure problem;
    private boolean nameTyped;
    private boolean naming;

    ImportPage(Predicate<String> taken) {
        super("import", "Import eBPF tracker", null);
        setDescription("A program (.bpf.c), a folder of programs in the manner of libbpf-bootstrap, or a package (.json).");
        this.taken = taken;
    }

    @Override
    public void createControl(Composite parent) {
        Composite page = Controls.page(parent, 4);
        Controls.label(page, "&From:");
        path = Controls.text(page, "from", SWT.NONE);
        path.setMessage("path of a file or folder");
        path.addModifyListener(e -> getShell().getDisplay().timerExec(PAUSE_MILLIS, look));
        button(page, "Fi&le…", this::chooseFile);
        button(page, "F&older…", this::chooseFolder);
        Controls.label(page, "Project &name:");
        name = Controls.text(page, "name", SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).span(3, 1).applyTo(name);
        name.addModifyListener(e -> {
            nameTyped |= !naming;
            validate();
        });
        summary = Controls.heading(page, "These files are copied into the project:", 4);
        files = new TableViewer(page, SWT.BORDER | SWT.FULL_SELECTION);
        Controls.named(files.getTable(), "files");
        files.getTable().setHeaderVisible(true);
        GridDataFactory.fillDefaults().grab(true, true).span(4, 1).hint(600, 220).applyTo(files.getTable());
        column("File", 460, SWT.LEFT, ImportedFile::target);
        column("Bytes", 120, SWT.RIGHT, f -> Long.toString(f.source().toFile().length()));
        files.setContentProvider(ArrayContentProvider.getInstance());
        setControl(page);
        setPageComplete(false);
    }

    @Override
    public void dispose() {
        Display.getDefault().timerExec(-1, look);
        super.dispose();
    }

    private void column(String title, int width, int style, Function<ImportedFile, String> text) {
        TableViewerColumn column = new TableViewerColumn(files, style);
        column.getColumn().setText(title);
        column.getColumn().setWidth(width);
        column.setLabelProvider(new ColumnLabelProvider() {
            @Override
            public String getText(Object element) {
                return text.apply((ImportedFile) element);
            }
        });
    }

    private static void button(Composite parent, String text, Runnable action) {
        Button button = new Button(parent, SWT.PUSH);
        button.setText(text);
        button.addListener(SWT.Selection, e -> action.run());
    }

    private void chooseFile() {
        FileDialog dialog = new FileDialog(getShell(), SWT.OPEN);
        dialog.setFilterNames(new String[] {"Programs and packages (*.bpf.c, *.json)", "All files"});
        dialog.setFilterExtensions(new String[] {"*.bpf.c;*.json", "*"});
        String chosen = dialog.open();
        if (chosen != null) path.setText(chosen);
    }

    private void chooseFolder() {
        String chosen = new DirectoryDialog(getShell()).open();
        if (chosen != null) path.setText(chosen);
    }

    /** Large folders take a moment, so it is done in the background; of what is typed meanwhile only the last counts. */
    private void look() {
        String wanted = path.getText().strip();
        if (wanted.equals(looked)) return;
        looked = wanted;
        found = null;
        problem = null;
        files.setInput(List.of());
        validate();
        if (!wanted.isEmpty()) Job.create("Looking at " + wanted, m -> {
            lookAt(wanted);
        }).schedule();
    }

    private void lookAt(String wanted) {
        try {
            TrackerImport result = TrackerImport.of(Path.of(wanted));
            show(wanted, result, null);
        } catch (OperationFailedException e) {
            show(wanted, null, e.failure());
        } catch (InvalidPathException e) {
            show(wanted, null, new Failure.NotFound("file or folder", wanted, List.of()));
        }
    }

    private void show(String wanted, TrackerImport result, Failure failure) {
        Display display = Display.getDefault();
        if (!display.isDisposed()) display.asyncExec(() -> {
            if (getControl().isDisposed() || !wanted.equals(looked)) return;
            found = result;
            problem = failure;
            files.setInput(result == null ? List.of() : result.files());
            if (result != null && !nameTyped) propose(result.name());
            validate();
        });
    }

    private void propose(String text) {
        naming = true;
        name.setText(text);
        naming = false;
    }

    private void validate() {
        String error = error();
        setErrorMessage(error.isEmpty() ? null : error);
        setPageComplete(error.isEmpty() && found != null);
        if (found == null || found.notices().isEmpty()) setMessage(null);
        else setMessage(found.notices().getFirst() + (found.notices().size() > 1 ? " (and " + (found.notices().size() - 1) + " more)" : ""), IMessageProvider.WARNING);
        if (found != null) summary.setText(found.files().size() == 1 ? "This file is copied into the project:" : "These " + found.files().size() + " files are copied into the project:");
    }

    private String error() {
        if (problem != null) return Character.toUpperCase(problem.summary().charAt(0)) + problem.summary().substring(1);
        if (found == null) return "";
        String text = projectName();
        String wrong = NewTrackerRules.nameProblem(text);
        return !wrong.isEmpty() ? wrong : taken.test(text) ? "There is a project " + text + " already" : "";
    }

    String projectName() {
        return name.getText().strip();
    }

    TrackerImport found() {
        return found;
    }
}

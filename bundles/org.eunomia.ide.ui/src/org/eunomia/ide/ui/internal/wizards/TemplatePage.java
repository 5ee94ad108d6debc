package org.eunomia.ide.ui.internal.wizards;

import java.util.List;
import java.util.function.Predicate;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.eunomia.toolchain.scaffold.NewTrackerRules;
import org.eunomia.toolchain.scaffold.StartingPoint;

/** What the tracker starts from, how it is called and what it tells the kernel. */
final class TemplatePage extends WizardPage {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 270;
    private final List<StartingPoint> templates;
    private final Draft draft;
    private final Predicate<String> taken;
    private TableViewer list;
    private Text name;
    private Combo license;

    /** @param taken whether there is a project of that name already */
    TemplatePage(List<StartingPoint> templates, Draft draft, Predicate<String> taken) {
        super("template", "New eBPF tracker", null);
        setDescription("Choose what the tracker starts from.");
        this.templates = templates;
        this.draft = draft;
        this.taken = taken;
    }

    @Override
    public void createControl(Composite parent) {
        Composite page = Controls.page(parent, 2);
        Controls.heading(page, "&Template:", 2);
        list = new TableViewer(page, SWT.BORDER | SWT.SINGLE | SWT.FULL_SELECTION | SWT.V_SCROLL);
        Controls.named(list.getTable(), "template");
        GridDataFactory.fillDefaults().grab(true, true).span(2, 1).hint(WIDTH, HEIGHT).applyTo(list.getTable());
        list.setContentProvider(ArrayContentProvider.getInstance());
        list.setLabelProvider(new TemplateLabels());
        list.setInput(templates);
        Controls.label(page, "Project &name:");
        name = Controls.text(page, "name", SWT.NONE);
        name.setMessage("letters, digits, - and _");
        Controls.label(page, "&Licence:");
        license = Controls.named(new Combo(page, SWT.DROP_DOWN), "license");
        license.setItems(NewTrackerRules.GPL_COMPATIBLE.toArray(String[]::new));
        license.setText(draft.license);
        license.setToolTipText("What the program tells the kernel. Many helper functions serve GPL-compatible programs only.");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(license);
        setControl(page);
        list.addSelectionChangedListener(e -> changed());
        list.addDoubleClickListener(e -> {
            if (canFlipToNextPage()) getContainer().showPage(getNextPage());
        });
        name.addModifyListener(e -> changed());
        license.addModifyListener(e -> changed());
        if (!templates.isEmpty()) list.setSelection(new StructuredSelection(initial()));
        changed();
        setErrorMessage(null);
    }

    private StartingPoint initial() {
        return templates.stream().filter(t -> t.name().equals("tracepoint")).findFirst().orElse(templates.getFirst());
    }

    private void changed() {
        if (list.getStructuredSelection().getFirstElement() instanceof StartingPoint chosen) draft.choose(chosen);
        draft.name = name.getText().strip();
        draft.license = license.getText().strip();
        String problem = problem();
        setErrorMessage(problem.isEmpty() ? null : problem);
        setMessage(hint(), hint() == null ? IMessageProvider.NONE : IMessageProvider.WARNING);
        setPageComplete(problem.isEmpty());
    }

    private String problem() {
        if (draft.template == null) return templates.isEmpty() ? "This installation has no templates" : "Choose a template";
        String problem = NewTrackerRules.nameProblem(draft.name);
        if (!problem.isEmpty()) return problem;
        if (taken.test(draft.name)) return "There is a project " + draft.name + " already";
        return NewTrackerRules.licenseProblem(draft.license);
    }

    private String hint() {
        return NewTrackerRules.isGplCompatible(draft.license) ? null
                : "'" + draft.license + "' is not compatible with the GPL: the kernel refuses programs that call helper functions for GPL programs only";
    }

    @Override
    public void setVisible(boolean visible) {
        super.setVisible(visible);
        if (visible) name.setFocus();
    }
}

package org.eunomia.tests.ui.pages;

import java.util.Arrays;
import java.util.List;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchWizard;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.wizards.IWizardRegistry;
import org.eunomia.tests.ui.kit.Ui;
import org.eunomia.tests.ui.kit.Widgets;
import org.eunomia.tests.ui.kit.Workbench;

/** A wizard that makes a project of a tracker, new or imported. */
public final class TrackerWizard {
    private final Shell shell;

    private TrackerWizard(Shell shell) {
        this.shell = shell;
    }

    public static TrackerWizard newTracker() {
        return open(PlatformUI.getWorkbench().getNewWizardRegistry(), "org.eunomia.ide.ui.newTracker", "New eBPF tracker");
    }

    public static TrackerWizard importTracker() {
        return open(PlatformUI.getWorkbench().getImportWizardRegistry(), "org.eunomia.ide.ui.importTracker", "Import eBPF tracker");
    }

    /** One that something else has opened. */
    public static TrackerWizard opened(String title) {
        return new TrackerWizard(Widgets.shell(title));
    }

    private static TrackerWizard open(IWizardRegistry registry, String id, String title) {
        Ui.display().asyncExec(() -> {
            try {
                IWorkbenchWizard wizard = registry.findWizard(id).createWizard();
                wizard.init(PlatformUI.getWorkbench(), StructuredSelection.EMPTY);
                new WizardDialog(Workbench.window().getShell(), wizard).open();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
        return new TrackerWizard(Widgets.shell(title));
    }

    private <T extends Control> T named(Class<T> type, String id) {
        return Widgets.named(shell, type, id);
    }

    public TrackerWizard type(String id, String text) {
        Text field = named(Text.class, id);
        Ui.run(() -> field.setText(text));
        return this;
    }

    public String text(String id) {
        Text field = named(Text.class, id);
        return Ui.get(field::getText);
    }

    public TrackerWizard choose(String id, String text) {
        Widgets.choose(named(Combo.class, id), text);
        return this;
    }

    /** Selects a row as a click would. */
    public TrackerWizard select(String id, String text) {
        Table table = named(Table.class, id);
        TableItem item = Widgets.tableItem(table, text);
        Ui.run(() -> {
            table.setSelection(item);
            Event event = new Event();
            event.item = item;
            table.notifyListeners(SWT.Selection, event);
        });
        return this;
    }

    public TrackerWizard awaitRow(String id, String text) {
        Widgets.tableItem(named(Table.class, id), text);
        return this;
    }

    public List<String> rows(String id) {
        Table table = named(Table.class, id);
        return Ui.get(() -> Arrays.stream(table.getItems()).map(TableItem::getText).toList());
    }

    public TrackerWizard awaitLabel(String id, String part) {
        Widgets.the(shell, Label.class, "a label with " + part, c -> Widgets.isNamed(c, id) && c.getText().contains(part));
        return this;
    }

    /** Of the page, be it an error or a warning. */
    public TrackerWizard awaitMessage(String part) {
        Ui.await("the message " + part, () -> message().contains(part));
        return this;
    }

    public String message() {
        return Ui.get(() -> {
            WizardDialog dialog = (WizardDialog) shell.getData();
            String error = dialog.getCurrentPage().getErrorMessage();
            return String.valueOf(error != null ? error : dialog.getCurrentPage().getMessage());
        });
    }

    /** Of what is to be seen: a text without room counts for nothing. */
    public String preview() {
        StyledText text = Widgets.the(shell, StyledText.class, "preview", c -> Widgets.isNamed(c, "preview") && c.getSize().y > 100);
        return Ui.get(text::getText);
    }

    public TrackerWizard next() {
        return press("Next >");
    }

    public boolean canFinish() {
        Button finish = Widgets.button(shell, "Finish");
        return Ui.get(finish::isEnabled);
    }

    public void finish() {
        press("Finish");
        Widgets.awaitClosed(shell);
    }

    public void cancel() {
        press("Cancel");
        Widgets.awaitClosed(shell);
    }

    public TrackerWizard press(String button) {
        Button found = Widgets.enabledButton(shell, button);
        Ui.display().asyncExec(() -> found.notifyListeners(SWT.Selection, new Event()));
        return this;
    }
}

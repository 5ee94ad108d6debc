package org.eunomia.tests.ui.pages;

import org.eclipse.core.resources.IProject;
import org.eclipse.jface.preference.PreferenceDialog;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.List;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.eunomia.tests.ui.kit.Ui;
import org.eunomia.tests.ui.kit.Widgets;
import org.eunomia.tests.ui.kit.Workbench;

/** A page of preferences or of a project's properties. Fields are named by their keys. */
public final class Settings {
    private final Shell shell;

    private Settings(Shell shell) {
        this.shell = shell;
    }

    public static Settings ofWorkspace(String page) {
        Ui.display().asyncExec(() -> PreferencesUtil.createPreferenceDialogOn(Workbench.window().getShell(), page, null, null).open());
        return new Settings(Widgets.shell("Preferences")).awaitPage();
    }

    public static Settings ofProject(IProject project, String page) {
        Ui.display().asyncExec(() -> PreferencesUtil.createPropertyDialogOn(Workbench.window().getShell(), project, page, null, null).open());
        return new Settings(Widgets.shell("Properties for " + project.getName())).awaitPage();
    }

    private Settings awaitPage() {
        Ui.await("a page of settings", () -> page() != null && page().getControl() != null && page().getControl().isVisible());
        return this;
    }

    private PreferencePage page() {
        return (PreferencePage) ((PreferenceDialog) shell.getData()).getSelectedPage();
    }

    private <T extends Control> T named(Class<T> type, String key) {
        return Widgets.named(shell, type, key);
    }

    public Settings type(String key, String text) {
        Text field = named(Text.class, key);
        Ui.run(() -> field.setText(text));
        return this;
    }

    public Settings check(String key, boolean on) {
        Button check = named(Button.class, key);
        Ui.run(() -> {
            check.setSelection(on);
            check.notifyListeners(SWT.Selection, new Event());
        });
        return this;
    }

    public boolean isChecked(String key) {
        Button check = named(Button.class, key);
        return Ui.get(check::getSelection);
    }

    public boolean isEnabled(String key) {
        Control control = named(Control.class, key);
        return Ui.get(control::isEnabled);
    }

    public Settings choose(String key, String text) {
        Widgets.choose(named(Combo.class, key), text);
        return this;
    }

    public String text(String key) {
        Control control = named(Control.class, key);
        return Ui.get(() -> switch (control) {
            case Text text -> text.getText();
            case Combo combo -> combo.getText();
            case Label label -> label.getText();
            case Spinner spinner -> spinner.getText();
            case List list -> String.join(":", list.getItems());
            default -> throw new AssertionError(control);
        });
    }

    public Settings number(String key, int number) {
        Spinner spinner = named(Spinner.class, key);
        Ui.run(() -> spinner.setSelection(number));
        return this;
    }

    public Settings awaitLabel(String key, String part) {
        Widgets.the(shell, Label.class, "a label with " + part, c -> Widgets.isNamed(c, key) && c.getText().contains(part));
        return this;
    }

    public String error() {
        return Ui.get(() -> String.valueOf(page().getErrorMessage()));
    }

    public boolean canApply() {
        return Ui.get(() -> page().isValid());
    }

    public void apply() {
        press("Apply and Close");
    }

    public void cancel() {
        press("Cancel");
    }

    public Settings restoreDefaults() {
        Button button = Widgets.button(shell, "Restore Defaults");
        Ui.run(() -> button.notifyListeners(SWT.Selection, new Event()));
        return this;
    }

    private void press(String button) {
        Button found = Widgets.enabledButton(shell, button);
        Ui.display().asyncExec(() -> found.notifyListeners(SWT.Selection, new Event()));
        Widgets.awaitClosed(shell);
    }
}

package org.eunomia.ide.ui.internal.preferences;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ProjectScope;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.eclipse.ui.dialogs.PropertyPage;
import org.eclipse.ui.statushandlers.StatusManager;
import org.eunomia.ide.core.preferences.Preference;
import org.eunomia.ide.core.preferences.PreferenceValues;
import org.eunomia.ide.core.preferences.StoredPreferences;
import org.osgi.service.prefs.BackingStoreException;

/** A page of preferences, and of properties of a project where its preferences may be a project's own. */
abstract class SettingsPage extends PropertyPage implements IWorkbenchPreferencePage {
    private final List<Field> fields = new ArrayList<>();
    private Button own;

    @Override
    public void init(IWorkbench workbench) { }

    /** Fills a page of two columns. */
    abstract void fill(Composite page);

    /** What is wrong with what is set, empty when nothing is. */
    String problem() {
        return "";
    }

    /** Of this page for the workspace. */
    abstract String id();

    <T extends Field> T add(T field) {
        fields.add(field);
        return field;
    }

    /** Null for the workspace. */
    final IProject project() {
        return getElement() == null ? null : Adapters.adapt(getElement(), IProject.class);
    }

    private IEclipsePreferences node() {
        return (project() == null ? InstanceScope.INSTANCE : new ProjectScope(project())).getNode(Preference.NODE);
    }

    @Override
    protected Control createContents(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(page);
        if (project() != null) chooseScope(page);
        fill(page);
        show(StoredPreferences.of(project()));
        if (own != null) {
            own.setSelection(fields.stream().anyMatch(f -> node().get(f.preference().key(), null) != null));
            enable();
        }
        changed();
        return page;
    }

    private void chooseScope(Composite page) {
        own = new Button(page, SWT.CHECK);
        own.setText("&Settings of this project");
        own.setData("org.eunomia.id", "own");
        own.addListener(SWT.Selection, e -> {
            enable();
            changed();
        });
        GridDataFactory.fillDefaults().grab(true, false).applyTo(own);
        Link link = new Link(page, SWT.NONE);
        link.setText("<a>Those of the workspace…</a>");
        link.addListener(SWT.Selection, e -> PreferencesUtil.createPreferenceDialogOn(getShell(), id(), new String[] {id()}, null).open());
        Label line = new Label(page, SWT.SEPARATOR | SWT.HORIZONTAL);
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(line);
    }

    private void enable() {
        for (Field f : fields) f.setEnabled(own.getSelection());
        if (!own.getSelection()) show(StoredPreferences.ofWorkspace());
    }

    private void show(PreferenceValues values) {
        for (Field f : fields) f.value(values.get(f.preference()));
    }

    /** To be called after each change. */
    final void changed() {
        String problem = own == null || own.getSelection() ? problem() : "";
        setErrorMessage(problem.isEmpty() ? null : problem);
        setValid(problem.isEmpty());
    }

    @Override
    protected void performDefaults() {
        if (own != null) own.setSelection(false);
        show(own == null ? PreferenceValues.USUAL : StoredPreferences.ofWorkspace());
        if (own != null) enable();
        changed();
        super.performDefaults();
    }

    @Override
    public boolean performOk() {
        IEclipsePreferences node = node();
        for (Field f : fields) {
            boolean usual = project() == null && f.value().equals(f.preference().usual());
            if (usual || own != null && !own.getSelection()) node.remove(f.preference().key());
            else node.put(f.preference().key(), f.value());
        }
        try {
            node.flush();
            return true;
        } catch (BackingStoreException e) {
            StatusManager.getManager().handle(Status.error("The settings cannot be stored: " + e.getMessage(), e), StatusManager.SHOW | StatusManager.LOG);
            return false;
        }
    }
}

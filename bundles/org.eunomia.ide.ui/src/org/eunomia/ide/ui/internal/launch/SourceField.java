package org.eunomia.ide.ui.internal.launch;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eunomia.ide.core.launch.TrackerSource;

/** Chooses what is run: projects, sources and packages of the workspace to pick from, or any file. */
public final class SourceField {
    private final Combo combo;

    /** @param changed called after each change */
    public SourceField(Composite parent, Runnable changed) {
        Composite row = new Composite(parent, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(row);
        combo = new Combo(row, SWT.DROP_DOWN | SWT.BORDER);
        combo.setData("org.eunomia.id", "source");
        combo.setToolTipText("a project, a .bpf.c or a package of the workspace, or the path of a file elsewhere");
        combo.setItems(candidates().toArray(String[]::new));
        GridDataFactory.fillDefaults().grab(true, false).hint(280, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER).applyTo(combo);
        combo.addModifyListener(e -> changed.run());
        Button browse = new Button(row, SWT.PUSH);
        browse.setText("&File…");
        browse.setToolTipText("Chooses a package or a .bpf.c outside the workspace");
        browse.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> {
            FileDialog dialog = new FileDialog(row.getShell(), SWT.OPEN);
            dialog.setFilterExtensions(new String[] {"*.json;*.bpf.c;*.o", "*"});
            String file = dialog.open();
            if (file != null) combo.setText(file);
        }));
    }

    /** What can be run of each project. */
    private static List<String> candidates() {
        List<String> all = new ArrayList<>();
        for (IProject project : ResourcesPlugin.getWorkspace().getRoot().getProjects()) {
            try {
                if (project.isAccessible()) TrackerSource.runnable(project).forEach(f -> all.add(f.getFullPath().toString()));
            } catch (CoreException e) {
                // A project that goes away meanwhile has nothing to offer.
            }
        }
        return all;
    }

    public String get() {
        return combo.getText().strip();
    }

    public void set(String source) {
        if (!combo.getText().equals(source)) combo.setText(source);
    }

    /** Chooses the only candidate, where there is just one. */
    public void suggest() {
        if (combo.getText().isBlank() && combo.getItemCount() > 0) combo.setText(combo.getItem(0));
    }
}

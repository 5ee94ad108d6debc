package org.eunomia.ide.ui.internal.launch;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
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
        combo.setData("id", "source");
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

    /** Sources first, then what builds have made of them, then packages that lie around. */
    private static List<String> candidates() {
        List<String> sources = new ArrayList<>();
        List<String> packages = new ArrayList<>();
        for (IProject project : ResourcesPlugin.getWorkspace().getRoot().getProjects()) {
            if (!project.isAccessible()) continue;
            try {
                project.accept(r -> {
                    if (TrackerSource.isSource(r)) sources.add(r.getFullPath().toString());
                    if (r instanceof IFile && r.getName().endsWith(".json")) packages.add(r.getFullPath().toString());
                    return r.getType() != IResource.FOLDER || !r.getName().startsWith(".");
                });
            } catch (CoreException e) {
                // A project that goes away meanwhile has nothing to offer.
            }
        }
        sources.addAll(packages);
        return sources;
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

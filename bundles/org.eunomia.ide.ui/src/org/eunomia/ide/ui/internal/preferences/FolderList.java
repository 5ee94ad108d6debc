package org.eunomia.ide.ui.internal.preferences;

import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.List;
import org.eunomia.ide.core.preferences.Preference;

/** Folders in an order, stored with colons between them. */
final class FolderList implements Field {
    private final Preference preference;
    private final Composite all;
    private final List list;
    private final Runnable changed;
    private final Optional<Path> base;
    private final Button remove;
    private final Button up;
    private final Button down;

    /** @param base folder of the project, in which folders are stored as relative to it */
    FolderList(Composite parent, Preference preference, Optional<Path> base, Runnable changed) {
        this.base = base;
        this.preference = preference;
        this.changed = changed;
        all = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(all);
        GridDataFactory.fillDefaults().grab(true, true).span(2, 1).applyTo(all);
        list = new List(all, SWT.BORDER | SWT.SINGLE | SWT.V_SCROLL | SWT.H_SCROLL);
        list.setData("org.eunomia.id", preference.key());
        GridDataFactory.fillDefaults().grab(true, true).span(1, 4).hint(SWT.DEFAULT, 110).applyTo(list);
        button("&Add…", this::add);
        remove = button("&Remove", this::remove);
        up = button("&Up", () -> move(-1));
        down = button("&Down", () -> move(1));
        list.addListener(SWT.Selection, e -> enable());
        enable();
    }

    private Button button(String text, Runnable action) {
        Button button = new Button(all, SWT.PUSH);
        button.setText(text);
        button.setLayoutData(new GridData(SWT.FILL, SWT.TOP, false, false));
        button.addListener(SWT.Selection, e -> {
            action.run();
            enable();
            changed.run();
        });
        return button;
    }

    private void add() {
        DirectoryDialog dialog = new DirectoryDialog(all.getShell());
        base.ifPresent(b -> dialog.setFilterPath(b.toString()));
        String chosen = dialog.open();
        if (chosen == null) return;
        String folder = base.filter(b -> Path.of(chosen).startsWith(b)).map(b -> b.relativize(Path.of(chosen)).toString()).orElse(chosen);
        if (list.indexOf(folder) < 0) list.add(folder);
    }

    private void remove() {
        int at = list.getSelectionIndex();
        list.remove(at);
        if (list.getItemCount() > 0) list.select(Math.min(at, list.getItemCount() - 1));
    }

    private void move(int by) {
        int at = list.getSelectionIndex();
        String folder = list.getItem(at);
        list.remove(at);
        list.add(folder, at + by);
        list.select(at + by);
    }

    private void enable() {
        int at = list.getSelectionIndex();
        remove.setEnabled(at >= 0);
        up.setEnabled(at > 0);
        down.setEnabled(at >= 0 && at < list.getItemCount() - 1);
    }

    @Override
    public Preference preference() {
        return preference;
    }

    @Override
    public String value() {
        return String.join(":", list.getItems());
    }

    @Override
    public void value(String text) {
        list.removeAll();
        for (String folder : text.split(":")) if (!folder.isBlank()) list.add(folder.strip());
        enable();
    }

    @Override
    public void setEnabled(boolean enabled) {
        Field.setEnabled(all, enabled);
        if (enabled) enable();
    }
}

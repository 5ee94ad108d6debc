package org.eunomia.ide.ui.internal.wizards;

import java.util.List;
import java.util.function.Function;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eunomia.core.Hook;

/** What a program finds at a hook. */
final class FieldTable {
    private static final int HEIGHT = 150;
    private final Label title;
    private final TableViewer table;

    FieldTable(Composite page) {
        title = Controls.heading(page, "", 2);
        table = new TableViewer(page, SWT.BORDER | SWT.FULL_SELECTION);
        Controls.named(table.getTable(), "fields");
        table.getTable().setHeaderVisible(true);
        GridDataFactory.fillDefaults().grab(true, true).span(2, 1).hint(SWT.DEFAULT, HEIGHT).applyTo(table.getTable());
        column("Declaration", 420, SWT.LEFT, Hook.Field::declaration);
        column("Offset", 90, SWT.RIGHT, f -> f.offset() < 0 ? "" : Integer.toString(f.offset()));
        column("Size", 90, SWT.RIGHT, f -> f.size() < 0 ? "" : Integer.toString(f.size()));
        table.setContentProvider(ArrayContentProvider.getInstance());
    }

    private void column(String text, int width, int style, Function<Hook.Field, String> label) {
        TableViewerColumn column = new TableViewerColumn(table, style);
        column.getColumn().setText(text);
        column.getColumn().setWidth(width);
        column.setLabelProvider(new ColumnLabelProvider() {
            @Override
            public String getText(Object element) {
                return label.apply((Hook.Field) element);
            }
        });
    }

    void show(Hook hook) {
        title.setText(hook.fields().isEmpty() ? "What a program finds at " + hook.name() + " is not known." : "What a program finds at " + hook.name() + ":");
        table.setInput(hook.fields());
    }

    void clear() {
        title.setText("What a program finds there:");
        table.setInput(List.of());
    }
}

package org.eunomia.ide.ui.internal.verify;

import java.util.LinkedHashSet;
import java.util.Set;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.viewers.ColumnLayoutData;
import org.eclipse.jface.viewers.ColumnPixelData;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eunomia.ide.core.verify.RegisterState;
import org.eunomia.ide.core.verify.Step;
import org.eunomia.ide.core.verify.VerifierLog;

/** What the verifier knows of each register before and after an instruction. What it changes is bold. */
final class RegisterTable {
    private final Table table;
    private final TableColumnLayout layout;
    private final TableColumn after;

    RegisterTable(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        layout = new TableColumnLayout();
        area.setLayout(layout);
        table = new Table(area, SWT.FULL_SELECTION | SWT.SINGLE | SWT.BORDER);
        table.setHeaderVisible(true);
        table.setData("org.eunomia.id", "verifier.registers");
        column("Register", new ColumnPixelData(72));
        column("Before", new ColumnWeightData(1, 120));
        after = column("After", new ColumnWeightData(1, 120));
    }

    private TableColumn column(String title, ColumnLayoutData width) {
        TableColumn column = new TableColumn(table, SWT.LEFT);
        column.setText(title);
        layout.setColumnData(column, width);
        return column;
    }

    void show(VerifierLog log, Step step) {
        table.setRedraw(false);
        table.removeAll();
        if (step != null) {
            boolean failing = log.failing().filter(f -> f.index() == step.index()).isPresent();
            // Nothing comes after a refusal.
            layout.setColumnData(after, failing ? new ColumnPixelData(0, false) : new ColumnWeightData(1, 120));
            table.getParent().layout(true);
            fill(log.before(step), failing ? RegisterState.UNKNOWN : log.after(step), failing);
        }
        table.setRedraw(true);
    }

    private void fill(RegisterState before, RegisterState after, boolean failing) {
        Set<String> registers = new LinkedHashSet<>(before.values().keySet());
        registers.addAll(after.values().keySet());
        for (String register : registers) {
            TableItem item = new TableItem(table, SWT.NONE);
            item.setText(new String[] {register, before.inWords(register), after.inWords(register)});
            boolean changed = !failing && !before.value(register).equals(after.value(register));
            if (changed) item.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        }
    }
}

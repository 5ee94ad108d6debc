package org.eunomia.ide.events.internal.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eunomia.ide.events.internal.model.EventColumn;

/** Chooses columns and their order. */
final class ColumnsDialog extends Dialog {
    private final String title;
    private final String message;
    private final List<EventColumn> columns;
    private List<String> chosen;
    private List<String> sums = List.of();
    private Optional<String> sum = Optional.empty();
    private OrderedTable rows;
    private Table table;
    private Combo sumChoice;

    ColumnsDialog(Shell shell, String title, String message, List<EventColumn> columns, List<String> chosen) {
        super(shell);
        this.title = title;
        this.message = message;
        this.columns = columns;
        this.chosen = chosen;
    }

    void offerSum(List<String> choices, Optional<String> present) {
        sums = choices;
        sum = present;
    }

    List<String> chosen() {
        return chosen;
    }

    Optional<String> sum() {
        return sum;
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(title);
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        rows = new OrderedTable(area, message, 560, 320);
        table = rows.control();
        rows.column("Column", 170);
        rows.column("What it holds", 380);
        List<EventColumn> ordered = new ArrayList<>();
        for (String c : chosen) columns.stream().filter(e -> e.title().equals(c)).forEach(ordered::add);
        columns.stream().filter(c -> !ordered.contains(c)).forEach(ordered::add);
        for (EventColumn c : ordered) rows.add(chosen.contains(c.title()), c.title(), c.description());
        rows.button("Up", () -> rows.move(-1));
        rows.button("Down", () -> rows.move(1));
        rows.button("All", () -> check(true));
        rows.button("None", () -> check(false));
        if (!sums.isEmpty()) sum(area);
        return area;
    }

    private void check(boolean on) {
        for (TableItem item : table.getItems()) item.setChecked(on);
    }

    private void sum(Composite area) {
        Composite line = new Composite(area, SWT.NONE);
        line.setLayout(new GridLayout(2, false));
        line.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
        new Label(line, SWT.NONE).setText("Sum up:");
        sumChoice = new Combo(line, SWT.READ_ONLY);
        sumChoice.add("nothing");
        sums.forEach(sumChoice::add);
        sumChoice.select(sum.map(s -> sums.indexOf(s) + 1).orElse(0));
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, IDialogConstants.OK_LABEL, true);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
    }

    @Override
    protected void okPressed() {
        chosen = Arrays.stream(table.getItems()).filter(TableItem::getChecked).map(TableItem::getText).toList();
        sum = sumChoice == null || sumChoice.getSelectionIndex() <= 0 ? Optional.empty() : Optional.of(sumChoice.getText());
        super.okPressed();
    }
}

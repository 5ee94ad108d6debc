package org.eunomia.ide.events.internal.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
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
        area.setLayout(new GridLayout(2, false));
        Label label = new Label(area, SWT.NONE);
        label.setText(message);
        label.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
        table = new Table(area, SWT.CHECK | SWT.BORDER | SWT.FULL_SELECTION);
        table.setHeaderVisible(true);
        GridData wide = new GridData(SWT.FILL, SWT.FILL, true, true);
        wide.widthHint = 560;
        wide.heightHint = 320;
        table.setLayoutData(wide);
        column("Column", 170);
        column("What it holds", 380);
        List<EventColumn> ordered = new ArrayList<>();
        for (String c : chosen) columns.stream().filter(e -> e.title().equals(c)).forEach(ordered::add);
        columns.stream().filter(c -> !ordered.contains(c)).forEach(ordered::add);
        for (EventColumn c : ordered) {
            TableItem item = new TableItem(table, SWT.NONE);
            item.setText(new String[] { c.title(), c.description() });
            item.setChecked(chosen.contains(c.title()));
        }
        buttons(area);
        if (!sums.isEmpty()) sum(area);
        return area;
    }

    private void column(String text, int width) {
        TableColumn column = new TableColumn(table, SWT.NONE);
        column.setText(text);
        column.setWidth(width);
    }

    private void buttons(Composite area) {
        Composite side = new Composite(area, SWT.NONE);
        side.setLayout(new GridLayout());
        side.setLayoutData(new GridData(SWT.FILL, SWT.TOP, false, false));
        button(side, "Up", () -> move(-1));
        button(side, "Down", () -> move(1));
        button(side, "All", () -> check(true));
        button(side, "None", () -> check(false));
    }

    private static void button(Composite parent, String text, Runnable action) {
        Button button = new Button(parent, SWT.PUSH);
        button.setText(text);
        button.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> action.run()));
    }

    private void check(boolean on) {
        for (TableItem item : table.getItems()) item.setChecked(on);
    }

    private void move(int by) {
        int from = table.getSelectionIndex();
        int to = from + by;
        if (from < 0 || to < 0 || to >= table.getItemCount()) return;
        TableItem a = table.getItem(from);
        TableItem b = table.getItem(to);
        String[] texts = { a.getText(0), a.getText(1) };
        boolean checked = a.getChecked();
        a.setText(new String[] { b.getText(0), b.getText(1) });
        a.setChecked(b.getChecked());
        b.setText(texts);
        b.setChecked(checked);
        table.setSelection(to);
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

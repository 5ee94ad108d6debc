package org.eunomia.ide.events.internal.table;

import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/** A dialog's table with a check box and two texts to each row, which buttons beside it move up and down. */
final class OrderedTable {
    private final Table table;
    private final Composite side;

    /** @param area of a dialog; becomes a grid of two columns */
    OrderedTable(Composite area, String message, int width, int height) {
        area.setLayout(new GridLayout(2, false));
        Label label = new Label(area, SWT.NONE);
        label.setText(message);
        label.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
        table = new Table(area, SWT.CHECK | SWT.BORDER | SWT.FULL_SELECTION);
        table.setHeaderVisible(true);
        GridData wide = new GridData(SWT.FILL, SWT.FILL, true, true);
        wide.widthHint = width;
        wide.heightHint = height;
        table.setLayoutData(wide);
        side = new Composite(area, SWT.NONE);
        side.setLayout(new GridLayout());
        side.setLayoutData(new GridData(SWT.FILL, SWT.TOP, false, false));
    }

    Table control() {
        return table;
    }

    void column(String text, int width) {
        TableColumn column = new TableColumn(table, SWT.NONE);
        column.setText(text);
        column.setWidth(width);
    }

    void add(boolean checked, String first, String second) {
        write(new TableItem(table, SWT.NONE), checked, first, second);
    }

    static void write(TableItem item, boolean checked, String first, String second) {
        item.setText(new String[] { first, second });
        item.setChecked(checked);
    }

    void button(String text, Runnable action) {
        Button button = new Button(side, SWT.PUSH);
        button.setText(text);
        button.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> action.run()));
    }

    /** Moves the selected row, if there is room, and keeps it selected. */
    void move(int by) {
        int from = table.getSelectionIndex();
        int to = from + by;
        if (from < 0 || to < 0 || to >= table.getItemCount()) return;
        TableItem a = table.getItem(from);
        TableItem b = table.getItem(to);
        boolean checked = a.getChecked();
        String first = a.getText(0);
        String second = a.getText(1);
        write(a, b.getChecked(), b.getText(0), b.getText(1));
        write(b, checked, first, second);
        table.setSelection(to);
    }
}

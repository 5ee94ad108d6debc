package org.eunomia.ide.events.internal.table;

import java.util.OptionalInt;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eunomia.ide.events.internal.model.EventList;
import org.eunomia.ide.events.internal.model.Find;
import org.eunomia.ide.events.internal.model.filter.Filter;
import org.eunomia.ide.events.internal.model.filter.FilterException;
import org.eunomia.ide.events.internal.model.filter.RowTest;

/** Looks for the next row of which a filter, or a text in any column, is true. Shown when it is wanted. */
final class FindBar {
    /** For tests. */
    static final String ID = "org.eunomia.ide.events.find";
    private final Composite bar;
    private final EventPage page;
    private final Text text;
    private final Label result;
    private Job running;

    FindBar(Composite parent, EventPage page) {
        this.page = page;
        bar = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout(6, false);
        layout.marginHeight = 2;
        layout.marginWidth = 4;
        bar.setLayout(layout);
        GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false);
        data.exclude = true;
        bar.setLayoutData(data);
        bar.setVisible(false);
        new Label(bar, SWT.NONE).setText("Find:");
        text = new Text(bar, SWT.BORDER);
        text.setData("org.eunomia.id", ID);
        text.setMessage("text, or a condition such as ret < 0");
        GridData wide = new GridData(SWT.LEFT, SWT.CENTER, false, false);
        wide.widthHint = 320;
        text.setLayoutData(wide);
        button("Next", true);
        button("Previous", false);
        Button close = new Button(bar, SWT.PUSH);
        close.setText("Close");
        close.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> show(false)));
        result = new Label(bar, SWT.NONE);
        result.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        text.addKeyListener(KeyListener.keyPressedAdapter(e -> {
            if (e.keyCode == SWT.CR || e.keyCode == SWT.KEYPAD_CR) find((e.stateMask & SWT.SHIFT) == 0);
            if (e.keyCode == SWT.ESC) show(false);
        }));
    }

    private void button(String title, boolean forward) {
        Button button = new Button(bar, SWT.PUSH);
        button.setText(title);
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> find(forward)));
    }

    void show(boolean wanted) {
        ((GridData) bar.getLayoutData()).exclude = !wanted;
        bar.setVisible(wanted);
        bar.getParent().layout(true);
        if (wanted) {
            text.setFocus();
            text.selectAll();
        } else {
            page.focus();
        }
    }

    void find(boolean forward) {
        if (!bar.isVisible() || text.getText().isBlank()) {
            show(true);
            return;
        }
        EventList.Snapshot in = page.content().shown();
        int[] selected = page.content().rows() == 0 ? new int[0] : page.grid().selectedRows();
        int from = selected.length == 0 ? -1 : selected[0];
        RowTest test;
        try {
            test = Filter.parse(text.getText()).bind(in.columns());
        } catch (FilterException e) {
            result.setText(e.getMessage());
            return;
        }
        result.setText("");
        if (running != null) running.cancel();
        running = Job.create("Find an event", monitor -> {
            OptionalInt found = Find.next(in, from, forward, test, monitor::isCanceled);
            if (!monitor.isCanceled()) bar.getDisplay().asyncExec(() -> found(in, found));
            return Status.OK_STATUS;
        });
        running.schedule();
    }

    private void found(EventList.Snapshot in, OptionalInt row) {
        if (bar.isDisposed()) return;
        int now = row.isEmpty() ? -1 : page.content().rowOf(in.rows().event(row.getAsInt()));
        page.select(now, r -> result.setText(row.isEmpty() ? "nothing found" : r < 0 ? "found, but no longer shown" : ""));
    }
}

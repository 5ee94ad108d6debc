package org.eunomia.ide.events.internal.table;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eunomia.ide.events.internal.model.EventColumn;
import org.eunomia.ide.events.internal.model.EventList;
import org.eunomia.ide.events.internal.model.Export;

/** What commands ask before they do something. */
final class Dialogs {
    private Dialogs() { }

    static void columns(EventsView view, EventPage page) {
        ColumnsDialog dialog = new ColumnsDialog(view.getSite().getShell(), "Columns", "Columns that are shown, from left to right:", page.content().shown().columns().columns(), page.chosenColumns());
        if (dialog.open() == Window.OK) page.choose(dialog.chosen());
    }

    static void group(EventsView view, EventPage page) {
        EventList.Wish wish = page.list().wish();
        List<EventColumn> columns = page.content().shown().columns().columns();
        ColumnsDialog dialog = new ColumnsDialog(view.getSite().getShell(), "Group Events", "Count events by the values of (none to show the events themselves):", columns, wish.groupBy());
        dialog.offerSum(columns.stream().filter(EventColumn::isNumeric).map(EventColumn::title).toList(), wish.sum());
        if (dialog.open() == Window.OK) page.group(dialog.chosen(), dialog.sum());
    }

    static void colours(EventsView view) {
        ColoursDialog dialog = new ColoursDialog(view.getSite().getShell(), view.settings().colours());
        if (dialog.open() != Window.OK) return;
        view.settings().colours(dialog.rules());
        view.pages().forEach(EventPage::coloursChanged);
    }

    static void export(EventsView view, EventPage page) {
        FileDialog dialog = new FileDialog(view.getSite().getShell(), SWT.SAVE);
        dialog.setText("Export Events");
        dialog.setFilterNames(new String[] { "CSV", "JSON lines" });
        dialog.setFilterExtensions(new String[] { "*.csv", "*.jsonl" });
        dialog.setFileName("events.csv");
        dialog.setOverwrite(true);
        String chosen = dialog.open();
        if (chosen != null) export(page.content().shown(), chosen.endsWith(".csv") ? Export.CSV : Export.JSON_LINES, Path.of(chosen)).schedule();
    }

    /** Writes the rows that are shown now. */
    static Job export(EventList.Snapshot shown, Export form, Path file) {
        Job job = new Job("Export events to " + file.getFileName()) {
            @Override
            protected IStatus run(IProgressMonitor monitor) {
                SubMonitor progress = SubMonitor.convert(monitor, Math.max(1, shown.rows().size()));
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                    long[] before = new long[1];
                    form.write(shown, shown.rows(), out, written -> {
                        progress.worked((int) (written - before[0]));
                        before[0] = written;
                        return !monitor.isCanceled();
                    });
                    return monitor.isCanceled() ? Status.CANCEL_STATUS : Status.OK_STATUS;
                } catch (IOException e) {
                    return Status.error("Cannot write " + file + ": " + e.getMessage(), e);
                }
            }
        };
        job.setUser(true);
        return job;
    }
}

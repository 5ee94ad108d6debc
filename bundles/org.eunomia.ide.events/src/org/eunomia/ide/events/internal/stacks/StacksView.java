package org.eunomia.ide.events.internal.stacks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.ide.core.sessions.TrackerSession;
import org.eunomia.ide.events.internal.model.EventFeeds;
import org.eunomia.ide.events.internal.views.Choice;
import org.eunomia.ide.events.internal.views.Pulse;
import org.eunomia.ide.events.internal.views.SessionView;

/** The stacks of a tracker as flame graph. */
public final class StacksView extends SessionView {
    private static final int PERIOD_MILLIS = 1000;
    /** After which what was counted so far is shown, however much there still is. */
    private static final long MOST_NANOS = 1_500_000_000L;
    private Combo names;
    private Text search;
    private Button pause;
    private Label status;
    private FlameCanvas flames;
    private Pulse pulse;
    private volatile StackSource source;
    private FlameTree shown = new FlameTree(1);

    public StacksView() {
        super(false);
    }

    @Override
    protected void createHead(Composite parent) {
        names = combo("Stacks in", "stacks.source");
        names.addListener(SWT.Selection, e -> pulse.beat());
        search = new Text(parent, SWT.SEARCH | SWT.ICON_CANCEL);
        search.setMessage("Find frames");
        search.setData("org.eunomia.id", "search");
        search.setLayoutData(new RowData(160, SWT.DEFAULT));
        search.addListener(SWT.Modify, e -> flames.search(search.getText()));
        button(parent, SWT.CHECK, "&Flames", "Put the root at the bottom instead of the top", b -> flames.setIcicle(!b.getSelection()));
        pause = button(parent, SWT.CHECK, "&Pause", "Leave the picture as it is", b -> pulse.beat());
        button(parent, SWT.PUSH, "&Unzoom", "Show all stacks again (Home)", b -> flames.zoom(List.of()));
        button(parent, SWT.PUSH, "&Reset", "Count anew from now on", b -> reset());
        button(parent, SWT.PUSH, "&Export\u2026", "Save as SVG, or as folded text for other tools", b -> export());
    }

    private static Button button(Composite parent, int style, String text, String tip, java.util.function.Consumer<Button> action) {
        Button button = new Button(parent, style);
        button.setText(text);
        button.setToolTipText(tip);
        button.addListener(SWT.Selection, e -> action.accept(button));
        return button;
    }

    @Override
    protected void createBody(Composite parent) {
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(parent);
        flames = new FlameCanvas(parent, this::tell);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(flames.control());
        status = new Label(parent, SWT.NONE);
        status.setData("org.eunomia.id", "stacks.status");
        GridDataFactory.fillDefaults().grab(true, false).indent(8, 0).applyTo(status);
        pulse = new Pulse(this, "Count stacks", PERIOD_MILLIS, new Pulse.Work() {
            @Override
            public Runnable run(IProgressMonitor monitor) throws OperationFailedException {
                return read(monitor);
            }

            @Override
            public void failed(Failure failure) {
                showFailure(failure);
            }
        });
    }

    private void tell(String text) {
        if (status != null && !status.getText().equals(text)) status.setText(text);
    }

    @Override
    protected void sessionsChosen(List<TrackerSession> now) {
        source = now.isEmpty() ? null : new StackSource(now.getFirst(), EventFeeds.shared().of(now.getFirst()).store());
        Choice.offer(names, List.of());
        show(new FlameTree(1), "");
        pulse.beat();
    }

    private Runnable read(IProgressMonitor monitor) throws OperationFailedException {
        StackSource from = source;
        if (from == null) return () -> { };
        List<String> there = from.names(service(from.session()));
        String[] wanted = { null };
        flames.control().getDisplay().syncExec(() -> {
            if (flames.control().isDisposed() || from != source) return;
            Choice.offer(names, there);
            if (!pause.getSelection()) wanted[0] = names.getText();
        });
        if (wanted[0] == null) return () -> { };
        long end = System.nanoTime() + MOST_NANOS;
        FlameTree tree = wanted[0].isEmpty() ? new FlameTree(1) : from.read(service(from.session()), wanted[0], () -> monitor.isCanceled() || from != source || System.nanoTime() > end);
        return () -> {
            if (from == source && !pause.getSelection()) show(tree, there.isEmpty() ? "This tracker has brought no stacks so far." : "No stacks counted yet.");
        };
    }

    private void show(FlameTree tree, String whenEmpty) {
        shown = tree;
        if (source != null) showMessage("");
        flames.show(tree, whenEmpty);
    }

    private void reset() {
        StackSource from = source;
        if (from == null) return;
        flames.zoom(List.of());
        org.eclipse.core.runtime.jobs.Job.createSystem("Reset stacks", (org.eclipse.core.runtime.ICoreRunnable) m -> {
            from.reset();
            flames.control().getDisplay().asyncExec(pulse::beat);
        }).schedule();
    }

    private void export() {
        FileDialog dialog = new FileDialog(getSite().getShell(), SWT.SAVE);
        dialog.setFilterNames(new String[] { "Picture (*.svg)", "Folded stacks (*.folded)" });
        dialog.setFilterExtensions(new String[] { "*.svg", "*.folded" });
        dialog.setFileName(session().map(TrackerSession::name).orElse("stacks") + ".svg");
        dialog.setOverwrite(true);
        String file = dialog.open();
        if (file == null) return;
        try {
            save(Path.of(file));
        } catch (IOException e) {
            MessageDialog.openError(getSite().getShell(), "Export", "Cannot write " + file + ": " + e.getMessage());
        }
    }

    /** By the ending of its name: {@code .svg} is what is to be seen now, with frames that are too narrow for the screen left out; else all stacks as folded text. */
    void save(Path file) throws IOException {
        boolean svg = file.toString().endsWith(".svg");
        String title = session().map(TrackerSession::title).orElse("Stacks");
        Files.writeString(file, svg ? FlameSvg.write(title, flames.layout(), flames.searched(), flames.isIcicle()) : FoldedText.write(shown));
    }

    @Override
    public void dispose() {
        if (pulse != null) pulse.close();
        super.dispose();
    }
}

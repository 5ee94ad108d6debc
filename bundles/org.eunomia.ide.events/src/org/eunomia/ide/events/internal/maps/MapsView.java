package org.eunomia.ide.events.internal.maps;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Text;
import org.eunomia.core.Failure;
import org.eunomia.core.MapEntry;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.TrackerId;
import org.eunomia.core.TrackerService;
import org.eunomia.core.schema.Type;
import org.eunomia.core.spec.MapSpec;
import org.eunomia.ide.core.sessions.TrackerSession;
import org.eunomia.ide.events.internal.views.Choice;
import org.eunomia.ide.events.internal.views.Pulse;
import org.eunomia.ide.events.internal.views.SessionView;

/** The maps of a tracker as tables. */
public final class MapsView extends SessionView {
    private static final int[] PERIODS = { 1000, 2000, 5000, 10_000, 0 };
    private Combo maps;
    private Combo period;
    private Text filter;
    private Button add;
    private Button edit;
    private Button delete;
    private Button clear;
    private Label status;
    private EntryTable table;
    private Pulse pulse;
    /** Made anew for each session, so that what was read for another can be told from it. */
    private volatile Wanted wanted = new Wanted(Optional.empty());
    private Content content;

    private record Wanted(Optional<TrackerSession> session) { }

    /** What was read of a map. */
    private record Content(MapSpec spec, List<MapEntry> entries) { }

    /** Changes a map. */
    private interface Change {
        void on(TrackerService service, TrackerId tracker) throws OperationFailedException;
    }

    public MapsView() {
        super(false);
    }

    @Override
    protected void createHead(Composite parent) {
        maps = combo("Map", "maps.map");
        maps.addListener(SWT.Selection, e -> pulse.beat());
        filter = new Text(parent, SWT.SEARCH | SWT.ICON_CANCEL);
        filter.setMessage("Filter");
        filter.setData("org.eunomia.id", "filter");
        filter.setLayoutData(new RowData(140, SWT.DEFAULT));
        filter.addListener(SWT.Modify, e -> show());
        period = combo("every", "maps.period");
        period.setItems("1 s", "2 s", "5 s", "10 s", "never");
        period.select(0);
        period.setToolTipText("How often the map is read");
        period.addListener(SWT.Selection, e -> pulse.setPeriodMillis(PERIODS[period.getSelectionIndex()]));
        button(parent, "Re&fresh", "Read the map now", () -> pulse.beat());
        add = button(parent, "&Add\u2026", "Add an entry, or set one by its key", () -> edit(true));
        edit = button(parent, "&Edit\u2026", "Change the value of the entry (Return)", () -> edit(false));
        delete = button(parent, "&Delete", "Remove the chosen entries (Delete)", this::delete);
        clear = button(parent, "&Clear\u2026", "Remove all entries, or zero those of an array", this::clear);
    }

    private static Button button(Composite parent, String text, String tip, Runnable action) {
        Button button = new Button(parent, SWT.PUSH);
        button.setText(text);
        button.setToolTipText(tip);
        button.addListener(SWT.Selection, e -> action.run());
        return button;
    }

    @Override
    protected void createBody(Composite parent) {
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(parent);
        table = new EntryTable(parent, () -> edit(false), this::show, this::enable);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(table.control());
        table.control().addListener(SWT.KeyDown, e -> {
            if (e.keyCode == SWT.DEL) delete();
        });
        menu();
        status = new Label(parent, SWT.NONE);
        status.setData("org.eunomia.id", "maps.status");
        GridDataFactory.fillDefaults().grab(true, false).indent(8, 0).applyTo(status);
        pulse = new Pulse(this, "Read map", PERIODS[0], new Pulse.Work() {
            @Override
            public Runnable run(IProgressMonitor monitor) throws OperationFailedException {
                return read();
            }

            @Override
            public void failed(Failure failure) {
                showFailure(failure);
            }
        });
        enable();
    }

    private void menu() {
        Menu menu = new Menu(table.control());
        item(menu, "&Copy\tCtrl+C", table::copy);
        new MenuItem(menu, SWT.SEPARATOR);
        item(menu, "&Add\u2026", () -> edit(true));
        item(menu, "&Edit\u2026\tReturn", () -> edit(false));
        item(menu, "&Delete\tDelete", this::delete);
        item(menu, "C&lear\u2026", this::clear);
        table.control().setMenu(menu);
    }

    private static void item(Menu menu, String text, Runnable action) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(text);
        item.addListener(SWT.Selection, e -> action.run());
    }

    @Override
    protected void sessionsChosen(List<TrackerSession> now) {
        wanted = new Wanted(now.stream().findFirst());
        content = null;
        Choice.offer(maps, List.of());
        show();
        pulse.beat();
    }

    private Runnable read() throws OperationFailedException {
        Wanted now = wanted;
        if (now.session.isEmpty()) return () -> { };
        TrackerSession session = now.session.get();
        TrackerService service = service(session);
        List<MapSpec> there = service.show(session.id()).maps().stream().filter(MapTable::hasEntries).toList();
        String[] name = { "" };
        maps.getDisplay().syncExec(() -> {
            if (maps.isDisposed() || now != wanted) return;
            Choice.offer(maps, there.stream().map(MapSpec::name).toList());
            name[0] = maps.getText();
        });
        Optional<MapSpec> spec = there.stream().filter(m -> m.name().equals(name[0])).findFirst();
        Content read = spec.isEmpty() ? null : new Content(spec.get(), service.entries(session.id(), name[0]));
        return () -> {
            if (now != wanted || read != null && !read.spec.name().equals(maps.getText())) return;
            content = read;
            showMessage(there.isEmpty() ? "This tracker has no map with entries." : "");
            show();
        };
    }

    private void show() {
        if (content == null) {
            table.clear();
            status.setText("");
        } else {
            MapTable model = MapTable.of(content.spec, content.entries);
            table.show(content.spec, model, model.read(content.entries, table.order(model, filter.getText())));
            String text = String.format(Locale.ROOT, "%s, %,d of at most %,d entries%s", content.spec.type(), content.entries.size(), content.spec.maxEntries(),
                    table.size() == content.entries.size() ? "" : String.format(Locale.ROOT, ", %,d shown", table.size()));
            if (!status.getText().equals(text)) status.setText(text);
        }
        enable();
    }

    private void enable() {
        add.setEnabled(content != null);
        clear.setEnabled(content != null);
        edit.setEnabled(content != null && table.selection().size() == 1);
        delete.setEnabled(content != null && !table.selection().isEmpty());
    }

    private void edit(boolean isNew) {
        Content now = content;
        List<MapEntry> chosen = table.selection();
        if (now == null || !isNew && chosen.size() != 1) return;
        Optional<MapEntry> start = isNew ? zero(now) : Optional.of(chosen.getFirst());
        if (start.isEmpty()) {
            showMessage("The size of keys and values of this map is not known before it has an entry.");
            return;
        }
        EntryDialog dialog = new EntryDialog(getSite().getShell(), now.spec, start.get(), isNew);
        if (dialog.open() == Window.OK) change("Write map " + now.spec.name(), (service, id) -> service.put(id, now.spec.name(), dialog.entry().key(), dialog.entry().value()));
    }

    /** Keys and values of zeros, with one value for each CPU where there are several. */
    private static Optional<MapEntry> zero(Content content) {
        Optional<MapEntry> first = content.entries.stream().findFirst();
        int key = first.map(e -> e.key().length).orElse(content.spec.keyType().map(Type::size).orElse(0));
        boolean perCpu = content.spec.type().contains("percpu");
        int value = first.map(e -> e.value().length).orElse(perCpu ? 0 : content.spec.valueType().map(Type::size).orElse(0));
        return key == 0 || value == 0 ? Optional.empty() : Optional.of(new MapEntry(new byte[key], new byte[value]));
    }

    private void delete() {
        Content now = content;
        List<MapEntry> chosen = table.selection();
        if (now == null || chosen.isEmpty()) return;
        change("Delete entries of map " + now.spec.name(), (service, id) -> {
            for (MapEntry e : chosen) service.remove(id, now.spec.name(), e.key());
        });
    }

    private void clear() {
        Content now = content;
        if (now == null) return;
        String what = now.spec.type().endsWith("array") ? "Zero all entries of " : "Remove all entries of ";
        if (!MessageDialog.openConfirm(getSite().getShell(), "Clear Map", what + now.spec.name() + "? The tracker goes on with the empty map; this cannot be undone.")) return;
        change("Clear map " + now.spec.name(), (service, id) -> service.clear(id, now.spec.name()));
    }

    private void change(String what, Change change) {
        TrackerSession session = session().orElseThrow();
        Job job = new Job(what) {
            @Override
            protected IStatus run(IProgressMonitor monitor) {
                try {
                    change.on(service(session), session.id());
                } catch (OperationFailedException e) {
                    refused(what, e.failure());
                }
                table.control().getDisplay().asyncExec(pulse::beat);
                return Status.OK_STATUS;
            }
        };
        job.setUser(true);
        job.schedule();
    }

    private void refused(String what, Failure failure) {
        table.control().getDisplay().asyncExec(() -> {
            if (!table.control().isDisposed()) MessageDialog.openError(getSite().getShell(), what, String.join("\n\n", Arrays.stream(new String[] { failure.summary(), failure.hint() }).filter(s -> !s.isEmpty()).toList()));
        });
    }

    @Override
    public void dispose() {
        if (pulse != null) pulse.close();
        super.dispose();
    }
}

package org.eunomia.ide.events.internal.views;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.part.ViewPart;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.TrackerService;
import org.eunomia.core.UpdateReport;
import org.eunomia.ide.core.sessions.TrackerSession;
import org.eunomia.ide.core.sessions.TrackerSessions;
import org.eunomia.ide.core.targets.TargetRegistry;

/** Shows something of a tracker that is watched, or of all: which one, the user chooses at the top. What others reveal is chosen too. */
public abstract class SessionView extends ViewPart {
    private static final String ALL = "All trackers";
    private final TrackerSessions sessions = TrackerSessions.shared();
    private final boolean several;
    private List<TrackerSession> offered = List.of();
    private List<TrackerSession> chosen = List.of();
    private Combo chooser;
    private Composite head;
    private Label message;
    private final TrackerSessions.Listener listener = new TrackerSessions.Listener() {
        @Override
        public void added(TrackerSession session) {
            inUi(() -> offer(chosen.isEmpty() ? List.of(session) : chosen));
        }

        @Override
        public void removed(TrackerSession session) {
            inUi(() -> offer(chosen));
        }

        @Override
        public void updated(TrackerSession session, UpdateReport report) {
            inUi(() -> {
                if (chosen.contains(session)) sessionsChosen(chosen);
            });
        }

        @Override
        public void revealed(List<TrackerSession> wanted) {
            inUi(() -> offer(wanted));
        }
    };

    /** @param several whether all trackers can be shown together */
    protected SessionView(boolean several) {
        this.several = several;
    }

    @Override
    public final void createPartControl(Composite parent) {
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
        head = new Composite(parent, SWT.NONE);
        RowLayout row = new RowLayout();
        row.center = true;
        row.spacing = 6;
        row.marginLeft = 6;
        head.setLayout(row);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(head);
        chooser = combo("Tracker", "tracker");
        chooser.addListener(SWT.Selection, e -> choose(chooser.getSelectionIndex()));
        createHead(head);
        message = new Label(parent, SWT.WRAP);
        message.setData("org.eunomia.id", "message");
        GridDataFactory.fillDefaults().grab(true, false).indent(8, 2).exclude(true).applyTo(message);
        Composite body = new Composite(parent, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
        createBody(body);
        sessions.addListener(listener);
        List<TrackerSession> all = sessions.list();
        offer(all.isEmpty() ? List.of() : List.of(all.getLast()));
    }

    /** A combo after its label, in the head. @param id that tests find it by */
    protected final Combo combo(String label, String id) {
        Composite pair = new Composite(head, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(pair);
        new Label(pair, SWT.NONE).setText(label);
        Combo combo = new Combo(pair, SWT.READ_ONLY | SWT.DROP_DOWN);
        combo.setData("org.eunomia.id", id);
        return combo;
    }

    /** Adds what else stands at the top. */
    protected abstract void createHead(Composite parent);

    protected abstract void createBody(Composite parent);

    /** In the thread of the user interface; also called again when a session's tracker was replaced. @param now empty when there is nothing to show */
    protected abstract void sessionsChosen(List<TrackerSession> now);

    protected final List<TrackerSession> chosen() {
        return chosen;
    }

    /** The only one, in views that show one. */
    protected final Optional<TrackerSession> session() {
        return chosen.stream().findFirst();
    }

    private void inUi(Runnable action) {
        if (chooser.isDisposed()) return;
        chooser.getDisplay().asyncExec(() -> {
            if (!chooser.isDisposed()) action.run();
        });
    }

    private void offer(List<TrackerSession> wanted) {
        offered = sessions.list();
        List<String> titles = new ArrayList<>(offered.stream().map(TrackerSession::title).toList());
        if (several && offered.size() > 1) titles.add(ALL);
        chooser.setItems(titles.toArray(String[]::new));
        chooser.setEnabled(!offered.isEmpty());
        List<TrackerSession> there = offered.stream().filter(wanted::contains).toList();
        if (there.isEmpty() && !offered.isEmpty()) there = List.of(offered.getLast());
        boolean all = several && there.size() > 1;
        chooser.select(all ? offered.size() : there.isEmpty() ? -1 : offered.indexOf(there.getFirst()));
        chooser.requestLayout();
        tell(all ? offered : there.stream().limit(1).toList());
    }

    private void choose(int index) {
        tell(index < 0 ? List.of() : index == offered.size() ? offered : List.of(offered.get(index)));
    }

    private void tell(List<TrackerSession> now) {
        if (now.equals(chosen) && !now.isEmpty()) return;
        chosen = now;
        setPartName(now.size() == 1 ? getConfigurationElement().getAttribute("name") + ": " + now.getFirst().title() : getConfigurationElement().getAttribute("name"));
        showMessage(now.isEmpty() ? "No tracker is watched. Run one, or choose one in the Targets view." : "");
        sessionsChosen(now);
    }

    /** A line above the rest; none for an empty one. */
    protected final void showMessage(String text) {
        if (message.getText().equals(text)) return;
        message.setText(text);
        message.setToolTipText(text);
        ((org.eclipse.swt.layout.GridData) message.getLayoutData()).exclude = text.isEmpty();
        message.setVisible(!text.isEmpty());
        message.requestLayout();
    }

    protected final void showFailure(Failure failure) {
        showMessage(failure.summary() + (failure.hint().isEmpty() ? "" : ". " + Character.toUpperCase(failure.hint().charAt(0)) + failure.hint().substring(1)));
    }

    /** Blocks, so for jobs. */
    protected static TrackerService service(TrackerSession session) throws OperationFailedException {
        return TargetRegistry.shared().service(session.target());
    }

    @Override
    public void setFocus() {
        chooser.setFocus();
    }

    @Override
    public void dispose() {
        sessions.removeListener(listener);
        super.dispose();
    }
}

package org.eunomia.ide.events.internal.table;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabFolder2Adapter;
import org.eclipse.swt.custom.CTabFolderEvent;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.contexts.IContextService;
import org.eclipse.ui.part.ViewPart;
import org.eunomia.core.OperationFailedException;
import org.eunomia.ide.core.sessions.TrackerSession;
import org.eunomia.ide.core.sessions.TrackerSessions;
import org.eunomia.ide.events.internal.model.EventFeed;
import org.eunomia.ide.events.internal.model.EventFeeds;
import org.eunomia.ide.events.internal.model.EventStore;
import org.eunomia.ide.events.internal.model.HeadColumn;
import org.eunomia.ide.events.internal.recording.Recording;

/** The events of the trackers that are watched, a tab for each and one for all, and recordings. */
public final class EventsView extends ViewPart {
    public static final String ID = "org.eunomia.ide.events.view";
    private static final String CONTEXT = "org.eunomia.ide.events.context";
    /** As often as people can follow; each event of its own would be too often. */
    private static final int PERIOD_MS = 100;
    private final Settings settings = new Settings();
    private final ListWorker worker = new ListWorker();
    private final Recordings recordings = new Recordings();
    private final Map<TrackerSession, CTabItem> tabs = new LinkedHashMap<>();
    private final TrackerSessions.Listener listener = new Listener();
    private Composite whole;
    private Label nothing;
    private CTabFolder folder;
    private CTabItem all;

    @Override
    public void createPartControl(Composite parent) {
        EventFeeds.shared().hold(settings.held());
        HeadColumn.write(settings.times());
        whole = new Composite(parent, SWT.NONE);
        whole.setLayout(new StackLayout());
        nothing = new Label(whole, SWT.WRAP);
        nothing.setText("\n   No tracker is watched.\n\n   Run a tracker, or choose Show Events of one in the Targets view.\n   Recordings are opened by File > Open File…");
        folder = new CTabFolder(whole, SWT.CLOSE | SWT.FLAT);
        folder.addDisposeListener(e -> page().map(EventPage::filterBar).ifPresent(f -> settings.history(f.history())));
        folder.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> switched()));
        folder.addCTabFolder2Listener(new CTabFolder2Adapter() {
            @Override
            public void close(CTabFolderEvent event) {
                closed((CTabItem) event.item);
            }
        });
        getSite().getService(IContextService.class).activateContext(CONTEXT);
        TrackerSessions.shared().addListener(listener);
        TrackerSessions.shared().list().forEach(this::add);
        new StandardActions(this).register(getViewSite().getActionBars());
        switched();
        tick();
    }

    private void tick() {
        if (whole.isDisposed()) return;
        long start = System.nanoTime();
        page().filter(p -> whole.isVisible()).ifPresent(EventPage::tick);
        titles();
        // A slow display is not to be kept busy with this alone.
        long tookMillis = (System.nanoTime() - start) / 1_000_000;
        whole.getDisplay().timerExec((int) Math.max(PERIOD_MS, 3 * tookMillis), this::tick);
    }

    private void titles() {
        tabs.forEach((session, tab) -> {
            EventFeed.State state = EventFeeds.shared().find(session).map(s -> s.feed().status().state()).orElse(EventFeed.State.ENDED);
            String title = session.title() + (state == EventFeed.State.ENDED ? " (ended)" : state == EventFeed.State.FAILED ? " (broken off)" : "");
            if (!tab.isDisposed() && !tab.getText().equals(title)) tab.setText(title);
        });
    }

    Optional<EventPage> page() {
        CTabItem tab = folder.getSelection();
        return tab == null ? Optional.empty() : Optional.of((EventPage) tab.getData());
    }

    List<EventPage> pages() {
        List<EventPage> pages = new ArrayList<>();
        for (CTabItem tab : folder.getItems()) pages.add((EventPage) tab.getData());
        return pages;
    }

    /** As a {@link TrackerSession}: that of the tab in front. */
    @Override
    public <T> T getAdapter(Class<T> type) {
        if (type != TrackerSession.class) return super.getAdapter(type);
        return tabs.entrySet().stream().filter(e -> e.getValue() == folder.getSelection()).findFirst().map(e -> type.cast(e.getKey())).orElse(null);
    }

    Settings settings() {
        return settings;
    }

    Recordings recordings() {
        return recordings;
    }

    private CTabItem tab(String title, int index, EventPage page) {
        CTabItem tab = new CTabItem(folder, SWT.NONE, index);
        tab.setText(title);
        tab.setControl(page.control());
        tab.setData(page);
        page.notice(() -> recordings.notice(page));
        CellMenu.add(page, getSite());
        return tab;
    }

    private void add(TrackerSession session) {
        if (tabs.containsKey(session)) return;
        EventFeeds.Stored stored = EventFeeds.shared().of(session);
        EventPage page = new EventPage(folder, stored.store(), () -> List.of(stored.feed()), settings);
        CTabItem tab = tab(session.title(), folder.getItemCount(), page);
        tabs.put(session, tab);
        if (tabs.size() > 1 && all == null) {
            all = tab("All", 0, new EventPage(folder, EventFeeds.shared().all(), EventFeeds.shared()::feeds, settings));
            all.setShowClose(false);
        }
        folder.setSelection(tab);
        switched();
    }

    /** Shows the events of a recording. */
    void replay(Path file, boolean paced) throws OperationFailedException {
        Recording recording = Recording.open(file, paced);
        EventFeeds.Stored stored = EventFeeds.start(recording, settings.held());
        EventStore store = stored.store();
        EventPage page = new EventPage(folder, store, () -> List.of(stored.feed()), settings);
        CTabItem tab = tab(file.getFileName().toString(), folder.getItemCount(), page);
        tab.setToolTipText(Recordings.about(recording));
        tab.addDisposeListener(e -> stored.feed().close());
        folder.setSelection(tab);
        switched();
    }

    private void closed(CTabItem tab) {
        page().map(EventPage::filterBar).ifPresent(f -> settings.history(f.history()));
        List.copyOf(tabs.entrySet()).stream().filter(e -> e.getValue() == tab).forEach(e -> {
            tabs.remove(e.getKey());
            TrackerSessions.shared().remove(e.getKey());
        });
        recordings.stop((EventPage) tab.getData());
        folder.getDisplay().asyncExec(() -> {
            if (!folder.isDisposed()) switched();
        });
    }

    private void switched() {
        if (folder.getSelection() == null && folder.getItemCount() > 0) folder.setSelection(0);
        ((StackLayout) whole.getLayout()).topControl = folder.getItemCount() == 0 ? nothing : folder;
        whole.layout();
        worker.look(page().map(EventPage::list).orElse(null));
        stateChanged();
    }

    /** Toggles in the tool bar show the state of the page. */
    void stateChanged() {
        ICommandService commands = getSite().getService(ICommandService.class);
        for (ViewAction action : ViewAction.values()) commands.refreshElements(action.command(), null);
    }

    @Override
    public void setFocus() {
        page().ifPresentOrElse(EventPage::focus, () -> whole.setFocus());
    }

    @Override
    public void dispose() {
        TrackerSessions.shared().removeListener(listener);
        recordings.close();
        worker.close();
        super.dispose();
    }

    private final class Listener implements TrackerSessions.Listener {
        private void later(Runnable action) {
            Display display = whole.getDisplay();
            display.asyncExec(() -> {
                if (!whole.isDisposed()) action.run();
            });
        }

        @Override
        public void added(TrackerSession session) {
            later(() -> add(session));
        }

        @Override
        public void removed(TrackerSession session) {
            later(() -> {
                CTabItem tab = tabs.remove(session);
                if (tab != null) {
                    recordings.stop((EventPage) tab.getData());
                    tab.getControl().dispose();
                    tab.dispose();
                }
                switched();
            });
        }

        @Override
        public void revealed(List<TrackerSession> wanted) {
            later(() -> {
                wanted.forEach(EventsView.this::add);
                CTabItem tab = wanted.size() > 1 ? all : wanted.isEmpty() ? null : tabs.get(wanted.getFirst());
                if (tab != null) folder.setSelection(tab);
                switched();
                getSite().getPage().bringToTop(EventsView.this);
            });
        }
    }
}

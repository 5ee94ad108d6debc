package org.eunomia.ide.events.internal.charts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.spec.MapSpec;
import org.eunomia.ide.core.sessions.TrackerSession;
import org.eunomia.ide.events.internal.charts.EventTally.Spec;
import org.eunomia.ide.events.internal.model.EventFeeds;
import org.eunomia.ide.events.internal.model.filter.Filter;
import org.eunomia.ide.events.internal.model.filter.FilterException;
import org.eunomia.ide.events.internal.views.Pulse;
import org.eunomia.ide.events.internal.views.SessionView;

/** The rate of events, the top values of a column, and the histograms in maps. */
public final class ChartsView extends SessionView {
    private static final int EVENTS_MILLIS = 400;
    private static final int HISTOGRAM_MILLIS = 1000;
    private static final long MOST_NANOS = 1_000_000_000L;
    private static final int SLICE = 2_000;
    private Text filter;
    private CTabFolder pages;
    private RatePanel rate;
    private TopPanel top;
    private HistogramPanel histogram;
    private Pulse eventPulse;
    private Pulse mapPulse;
    private volatile Work work = new Work(Map.of());
    private volatile HistogramSource source;

    /** What is counted of each session; made anew when something else is to be counted. Whoever counts or reads holds its lock, for a slice at most. */
    private record Work(Map<TrackerSession, EventTally> tallies) {
        synchronized boolean advance(EventTally tally) throws FilterException {
            return tally.advance(SLICE);
        }
    }

    public ChartsView() {
        super(true);
    }

    @Override
    protected void createHead(Composite parent) {
        filter = new Text(parent, SWT.SEARCH | SWT.ICON_CANCEL);
        filter.setMessage("Filter, such as pid == 42");
        filter.setData("org.eunomia.id", "filter");
        filter.setLayoutData(new RowData(260, SWT.DEFAULT));
        filter.addListener(SWT.DefaultSelection, e -> recount());
        Button restart = new Button(parent, SWT.PUSH);
        restart.setText("&Restart");
        restart.setToolTipText("Count anew, from the oldest event that is held");
        restart.addListener(SWT.Selection, e -> recount());
    }

    @Override
    protected void createBody(Composite parent) {
        parent.setLayout(new FillLayout());
        pages = new CTabFolder(parent, SWT.TOP | SWT.FLAT);
        SashForm events = new SashForm(pages, SWT.HORIZONTAL);
        rate = new RatePanel(events, this::beatEvents);
        top = new TopPanel(events, this::recount);
        events.setWeights(55, 45);
        page("Events", events);
        histogram = new HistogramPanel(pages, () -> mapPulse.beat());
        page("Histograms", histogram.control());
        pages.setSelection(0);
        pages.addListener(SWT.Selection, e -> beat());
        eventPulse = new Pulse(this, "Count events for charts", EVENTS_MILLIS, new Pulse.Work() {
            @Override
            public Runnable run(IProgressMonitor monitor) {
                return count(monitor);
            }

            @Override
            public void failed(Failure failure) {
                showFailure(failure);
            }
        });
        mapPulse = new Pulse(this, "Read histograms", HISTOGRAM_MILLIS, new Pulse.Work() {
            @Override
            public Runnable run(IProgressMonitor monitor) throws OperationFailedException {
                return readMaps();
            }

            @Override
            public void failed(Failure failure) {
                if (pages.getSelectionIndex() == 1) showFailure(failure);
            }
        });
    }

    private void page(String title, Control control) {
        CTabItem item = new CTabItem(pages, SWT.NONE);
        item.setText(title);
        item.setControl(control);
    }

    private void beatEvents() {
        eventPulse.beat();
    }

    private void beat() {
        eventPulse.beat();
        mapPulse.beat();
    }

    @Override
    protected void sessionsChosen(List<TrackerSession> now) {
        source = now.size() == 1 ? new HistogramSource(now.getFirst()) : null;
        histogram.offer(List.of());
        histogram.show(null);
        recount();
        mapPulse.beat();
    }

    private void recount() {
        try {
            Spec spec = new Spec(Filter.parse(filter.getText()), top.column(), top.weight());
            Map<TrackerSession, EventTally> tallies = new LinkedHashMap<>();
            for (TrackerSession s : chosen()) tallies.put(s, new EventTally(EventFeeds.shared().of(s).store(), spec));
            work = new Work(tallies);
            if (!chosen().isEmpty()) showMessage("");
            eventPulse.beat();
        } catch (FilterException e) {
            showMessage("Filter: " + e.getMessage());
        }
    }

    /** Up to the end of what is held, or until it is time to show something, or somebody wants something else. */
    private Runnable count(IProgressMonitor monitor) {
        Work now = work;
        long end = System.nanoTime() + MOST_NANOS;
        try {
            for (EventTally tally : now.tallies.values()) while (!monitor.isCanceled() && now == work && now.advance(tally) && System.nanoTime() < end) { }
        } catch (FilterException e) {
            return () -> showMessage("Filter: " + e.getMessage());
        }
        long seconds = System.currentTimeMillis() / 1000 - 1;
        return () -> {
            synchronized (now) {
                showEvents(now, seconds * EventTally.SLOT_NANOS);
            }
        };
    }

    private void showEvents(Work counted, long nowNanos) {
        if (counted != work) return;
        List<EventTally> tallies = List.copyOf(counted.tallies.values());
        if (top.offer(tallies.stream().map(EventTally::columns).toList())) {
            recount();
            return;
        }
        if (pages.getSelectionIndex() != 0) return;
        Map<String, RateSeries> lines = new LinkedHashMap<>();
        counted.tallies.forEach((session, tally) -> lines.put(session.title(), tally.rates()));
        long end = tallies.stream().filter(t -> !t.rates().isEmpty()).mapToLong(t -> t.rates().newestNanos()).max().orElse(nowNanos);
        // The clock of another host may be ahead or behind: then its newest event is now.
        boolean sameClock = Math.abs(end - nowNanos) < 600 * EventTally.SLOT_NANOS;
        rate.show(lines, sameClock ? nowNanos : end, summary(tallies, sameClock ? nowNanos : end));
        top.show(tallies.stream().map(EventTally::values).toList());
    }

    private static String summary(List<EventTally> tallies, long endNanos) {
        double last = 0;
        for (EventTally t : tallies) {
            double rate = t.rates().perSecond(endNanos, 1)[0];
            last += Double.isNaN(rate) ? 0 : rate;
        }
        long missed = tallies.stream().mapToLong(EventTally::missed).sum();
        String text = String.format(Locale.ROOT, "%,.0f/s, %,d in all", last, tallies.stream().mapToLong(EventTally::counted).sum());
        return missed == 0 ? text : text + String.format(Locale.ROOT, ", %,d dropped before they were counted", missed);
    }

    private Runnable readMaps() throws OperationFailedException {
        HistogramSource from = source;
        if (from == null) return () -> { };
        List<MapSpec> maps = from.maps(service(from.session()));
        String[] wanted = { "" };
        histogram.control().getDisplay().syncExec(() -> {
            if (histogram.control().isDisposed() || from != source) return;
            boolean first = histogram.map().isEmpty() && !maps.isEmpty();
            histogram.offer(maps);
            if (first && work.tallies.values().stream().allMatch(t -> t.counted() == 0) && !from.hasEvents()) pages.setSelection(1);
            wanted[0] = pages.getSelectionIndex() == 1 ? histogram.map() : "";
        });
        Optional<HistogramSeries> series = wanted[0].isEmpty() ? Optional.empty() : from.read(service(from.session()), wanted[0]);
        boolean shown = !wanted[0].isEmpty() || maps.isEmpty();
        return () -> {
            if (from == source && shown) histogram.show(series.orElse(null));
        };
    }

    @Override
    public void dispose() {
        if (eventPulse != null) eventPulse.close();
        if (mapPulse != null) mapPulse.close();
        super.dispose();
    }
}

package org.eunomia.core.watch;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.eunomia.core.Event;
import org.eunomia.core.EventBatch;
import org.eunomia.core.EventReader;
import org.eunomia.core.MapEntry;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.TrackerInfo;
import org.eunomia.core.TrackerService;
import org.eunomia.core.spec.MapSpec;
import org.eunomia.core.spec.Output;
import org.eunomia.core.view.Columns;
import org.eunomia.core.view.ServiceSymbols;
import org.eunomia.core.view.TextBuffer;
import org.eunomia.core.view.Times;

/** Shows what a running tracker yields until the user, a limit or the tracker ends it. */
public final class Watch {
    /** How long a request to stop can go unnoticed. */
    private static final long SLICE_NANOS = 100_000_000L;
    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final int DEFAULT_INTERVAL_MILLIS = 1000;
    /** A map that was shown so short before the end is not shown again. */
    private static final long FRESH_NANOS = 50_000_000L;

    private final TrackerService service;
    private final TrackerInfo tracker;
    private final WatchOptions options;
    private final Viewer viewer;
    private final BooleanSupplier stopping;
    private final TextBuffer buffer = new TextBuffer();
    private final List<OutputMap> maps;
    private final long[] due;
    private final long[] shownAt;
    private final boolean mapsOnly;
    private final Presenter presenter;
    private final Losses losses;
    private long shown;
    private long position;
    private long lossesDue;

    /** Stops the tracker in the end. */
    public Watch(TrackerService service, TrackerInfo tracker, WatchOptions options, Viewer viewer) {
        this(service, tracker, options, viewer, true);
    }

    /** @param stopping whether the tracker is stopped in the end, or goes on as if nobody had looked */
    public Watch(TrackerService service, TrackerInfo tracker, WatchOptions options, Viewer viewer, boolean stopping) {
        this(service, tracker, options, viewer, () -> stopping);
    }

    /** @param stopping asked in the end whether the tracker is to be stopped */
    public Watch(TrackerService service, TrackerInfo tracker, WatchOptions options, Viewer viewer, BooleanSupplier stopping) {
        this.stopping = stopping;
        this.service = service;
        this.tracker = tracker;
        this.options = options;
        this.viewer = viewer;
        maps = OutputMap.of(tracker.maps());
        due = new long[maps.size()];
        shownAt = new long[maps.size()];
        List<Columns> kinds = kinds(tracker.maps());
        mapsOnly = !maps.isEmpty() && tracker.maps().stream().noneMatch(m -> m.output() instanceof Output.Events);
        presenter = presenter(kinds);
        losses = new Losses(viewer.err(), tracker.maps());
    }

    /** Does what opens files or takes time when it is done first, so that the tracker sees as little as possible of ourselves. */
    public static void prepare() {
        new Times(ZoneId.systemDefault()).local(0, new TextBuffer());
    }

    private static List<Columns> kinds(List<MapSpec> maps) {
        List<Columns> kinds = new ArrayList<>();
        for (MapSpec m : maps) {
            if (!(m.output() instanceof Output.Events e)) continue;
            for (Output.Variant v : e.variants()) {
                if (kinds.stream().noneMatch(k -> k.schema().equals(v.schema()))) kinds.add(Columns.of(v.schema()));
            }
        }
        return kinds;
    }

    private Presenter presenter(List<Columns> kinds) {
        ServiceSymbols symbols = new ServiceSymbols(service, tracker);
        return switch (options.format()) {
            case TEXT -> new TextPresenter(buffer, kinds, new Times(ZoneId.systemDefault()), symbols, options.top());
            case JSON -> new JsonPresenter(buffer, tracker.name(), new Times(ZoneOffset.UTC), symbols, options.top());
            case CSV -> new CsvPresenter(buffer, kinds, maps, new Times(ZoneOffset.UTC), options.top());
        };
    }

    /** Returns when it is over. Of a tracker that is stopped then, what it still had to say is printed. */
    public void run() throws OperationFailedException, IOException, InterruptedException {
        run(0);
    }

    /** @param fromPosition of the first event to be shown */
    public void run(long fromPosition) throws OperationFailedException, IOException, InterruptedException {
        position = fromPosition;
        try (EventReader reader = service.events(tracker.id(), fromPosition)) {
            presenter.begin();
            flush();
            boolean printsOnly = tracker.maps().stream().allMatch(m -> m.output() instanceof Output.None);
            if (printsOnly && viewer.isPerson()) viewer.note("no map of " + tracker.name() + " is shown, only what it prints; Ctrl-C ends");
            if (watch(reader)) finish(reader);
        }
        flush();
        losses.total(service.losses(tracker.id()));
        if (presenter.unshown() > 0) viewer.note(presenter.unshown() + " events of other types did not fit into the columns of the CSV output");
    }

    /** Of the event after the last that was shown: where one who goes on begins. */
    public long position() {
        return position;
    }

    /** @return whether there may be more to print */
    private boolean watch(EventReader reader) throws OperationFailedException, IOException, InterruptedException {
        long start = System.nanoTime();
        long end = options.duration().isZero() ? Long.MAX_VALUE : options.duration().toNanos();
        for (int i = 0; i < due.length; i++) due[i] = interval(maps.get(i));
        lossesDue = SECOND_NANOS;
        while (true) {
            long now = System.nanoTime() - start;
            if (now >= end || viewer.hasEnough()) return true;
            EventBatch batch = reader.read(Duration.ofNanos(Math.min(SLICE_NANOS, Math.max(0, next(end) - now))));
            boolean enough = show(batch);
            now = System.nanoTime() - start;
            if (!enough) enough = showMaps(now);
            flush();
            if (now >= lossesDue) {
                losses.tell(service.losses(tracker.id()));
                lossesDue = now + SECOND_NANOS;
            }
            if (enough) return false;
            if (batch.end()) {
                ended();
                return false;
            }
        }
    }

    private long next(long end) {
        long next = Math.min(end, lossesDue);
        for (long d : due) next = Math.min(next, d);
        return next;
    }

    private long interval(OutputMap map) {
        if (!options.interval().isZero()) return options.interval().toNanos();
        return (map.intervalMillis() > 0 ? map.intervalMillis() : DEFAULT_INTERVAL_MILLIS) * 1_000_000L;
    }

    /** @return whether that was the last that is wanted */
    private boolean show(EventBatch batch) throws IOException {
        losses.skipped(batch.skipped());
        for (Event e : batch.events()) {
            presenter.event(e);
            position = e.position() + 1;
            if (buffer.length() > 1 << 16) flush();
            if (!mapsOnly && ++shown == options.count()) return true;
        }
        return false;
    }

    private boolean showMaps(long now) throws OperationFailedException {
        boolean any = false;
        for (int i = 0; i < due.length; i++) {
            if (now < due[i]) continue;
            any = true;
            show(i);
            // A showing that took longer than its interval is not made up for.
            due[i] = Math.max(due[i] + interval(maps.get(i)), now);
        }
        return any && mapsOnly && ++shown == options.count();
    }

    private void show(int index) throws OperationFailedException {
        OutputMap map = maps.get(index);
        List<MapEntry> entries = service.entries(tracker.id(), map.name());
        Instant now = Instant.now();
        presenter.map(map, entries, now.getEpochSecond() * SECOND_NANOS + now.getNano());
        // A tracker that others watch, too, is not emptied under their eyes just because its package says so.
        if (map.clear() && stopping.getAsBoolean() || options.clear()) service.clear(tracker.id(), map.name());
        shownAt[index] = System.nanoTime();
    }

    /** Detaches, then prints what was pending: maps as they are at the end, events that were not read yet. */
    private void finish(EventReader reader) throws OperationFailedException, IOException, InterruptedException {
        for (int i = 0; i < shownAt.length; i++) if (shownAt[i] == 0 || System.nanoTime() - shownAt[i] > FRESH_NANOS) show(i);
        if (!stopping.getAsBoolean()) return;
        service.stop(tracker.id());
        EventBatch batch;
        do {
            batch = reader.read(Duration.ofSeconds(1));
            if (show(batch)) return;
        } while (!batch.end() && !batch.events().isEmpty());
    }

    private void ended() throws OperationFailedException {
        TrackerInfo last = service.show(tracker.id());
        if (!last.reason().isEmpty()) viewer.note("tracker " + last.name() + " ended: " + last.reason());
    }

    private void flush() throws IOException {
        if (buffer.length() == 0) return;
        try {
            buffer.drainTo(viewer.out());
            viewer.out().flush();
        } catch (IOException e) {
            if (String.valueOf(e.getMessage()).contains("Broken pipe")) throw new OutputClosedException();
            throw new IOException("cannot write the output: " + e.getMessage(), e);
        }
    }
}

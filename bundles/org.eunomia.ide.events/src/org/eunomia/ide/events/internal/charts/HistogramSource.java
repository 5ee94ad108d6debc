package org.eunomia.ide.events.internal.charts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.TrackerInfo;
import org.eunomia.core.TrackerService;
import org.eunomia.core.spec.MapSpec;
import org.eunomia.core.spec.Output;
import org.eunomia.core.view.Histograms;
import org.eunomia.ide.core.sessions.TrackerSession;

/** The histograms in the maps of one tracker. Blocks as its service does; used by one thread at a time. */
final class HistogramSource {
    private final TrackerSession session;
    private final Map<String, HistogramSeries> series = new HashMap<>();
    private List<MapSpec> maps;
    private boolean events;

    HistogramSource(TrackerSession session) {
        this.session = session;
    }

    TrackerSession session() {
        return session;
    }

    /** Those that hold histograms. Asked for once, since another generation gets another source. */
    synchronized List<MapSpec> maps(TrackerService service) throws OperationFailedException {
        if (maps != null) return maps;
        TrackerInfo info = service.show(session.id());
        events = info.maps().stream().anyMatch(m -> m.output() instanceof Output.Events);
        maps = info.maps().stream().filter(m -> m.output() instanceof Output.Histogram h && Histograms.of(m, h).isReadable()).toList();
        return maps;
    }

    /** Whether the tracker has a stream of events, too. */
    synchronized boolean hasEvents() {
        return events;
    }

    synchronized Optional<HistogramSeries> read(TrackerService service, String name) throws OperationFailedException {
        Optional<MapSpec> spec = maps(service).stream().filter(m -> m.name().equals(name)).findFirst();
        if (spec.isEmpty()) return Optional.empty();
        HistogramSeries found = series.computeIfAbsent(name, n -> new HistogramSeries(Histograms.of(spec.get(), (Output.Histogram) spec.get().output())));
        found.update(service.entries(session.id(), name));
        return Optional.of(found);
    }
}

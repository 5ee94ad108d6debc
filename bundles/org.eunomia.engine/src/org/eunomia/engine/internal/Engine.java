package org.eunomia.engine.internal;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eunomia.core.EventReader;
import org.eunomia.core.LossLedger;
import org.eunomia.core.MapEntry;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.StackFrame;
import org.eunomia.core.StartSpec;
import org.eunomia.core.TrackerId;
import org.eunomia.core.TrackerInfo;
import org.eunomia.core.TrackerService;
import org.eunomia.engine.internal.symbols.Symbols;
import org.eunomia.kernel.ObjectLoader;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Runs trackers in this process. What does not start is in no list; what ended stays listed with its reason until {@link Registry#MOST_ENDED}
 * others have ended after it, but without its events.
 */
@Component(service = TrackerService.class)
public final class Engine implements TrackerService {
    private final ObjectLoader loader;
    private final EventBuffer.Limits limits;
    private final Registry registry = new Registry();
    private final Symbols symbols = new Symbols();

    @Activate
    public Engine(@Reference ObjectLoader loader) {
        this(loader, EventBuffer.Limits.DEFAULT);
    }

    Engine(ObjectLoader loader, EventBuffer.Limits limits) {
        this.loader = loader;
        this.limits = limits;
    }

    @Override
    public TrackerInfo start(StartSpec spec) throws OperationFailedException {
        String wanted = !spec.name().isEmpty() ? spec.name() : !spec.pack().name().isEmpty() ? spec.pack().name() : "tracker";
        CopyOnWriteArrayList<String> notices = new CopyOnWriteArrayList<>();
        try (Undo undo = new Undo()) {
            String name = registry.take(wanted);
            undo.push(() -> registry.free(name));
            if (!name.equals(wanted)) notices.add("there is a tracker " + wanted + " already, this one is called " + name);
            Generation first = Generation.open(loader, 1, spec, Map.of(), notices::add);
            undo.push(first::close);
            Tracker tracker = registry.add(id -> new Tracker(id, name, first, loader, limits, notices, registry::ended));
            undo.keep();
            tracker.begin();
            return tracker.info();
        }
    }

    @Override
    public void stop(TrackerId id) throws OperationFailedException {
        registry.find(id).end(TrackerInfo.State.STOPPED, "stopped on request");
    }

    @Override
    public List<TrackerInfo> list() {
        return registry.all().stream().map(Tracker::info).toList();
    }

    @Override
    public TrackerInfo show(TrackerId id) throws OperationFailedException {
        return registry.find(id).info();
    }

    @Override
    public EventReader events(TrackerId id, long fromPosition) throws OperationFailedException {
        return registry.find(id).events(fromPosition);
    }

    @Override
    public LossLedger losses(TrackerId id) throws OperationFailedException {
        return registry.find(id).losses();
    }

    @Override
    public List<MapEntry> entries(TrackerId id, String map) throws OperationFailedException {
        return registry.find(id).entries(map);
    }

    @Override
    public void clear(TrackerId id, String map) throws OperationFailedException {
        registry.find(id).clear(map);
    }

    @Override
    public List<StackFrame> symbolize(TrackerId id, int pid, long[] addresses) throws OperationFailedException {
        registry.find(id);
        return symbols.frames(pid, addresses);
    }

    @Deactivate
    @Override
    public void close() {
        registry.close();
        for (Tracker t : registry.all()) t.end(TrackerInfo.State.STOPPED, "the runtime ended");
    }
}

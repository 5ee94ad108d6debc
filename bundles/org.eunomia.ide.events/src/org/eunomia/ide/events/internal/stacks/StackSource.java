package org.eunomia.ide.events.internal.stacks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.TrackerInfo;
import org.eunomia.core.TrackerService;
import org.eunomia.core.spec.MapSpec;
import org.eunomia.core.view.ServiceSymbols;
import org.eunomia.ide.core.sessions.TrackerSession;
import org.eunomia.ide.events.internal.model.EventStore;

/** The stacks of one tracker: in its events, or in one of its maps. Blocks as its service does; safe for use by several threads. */
final class StackSource {
    static final String EVENTS = "events";
    /** Events between two looks at whether somebody wants something else. */
    private static final int SLICE = 500;
    private final TrackerSession session;
    private final EventStore store;
    private TrackerInfo info;
    private SymbolCache symbols;
    private EventStacks events;
    private boolean fresh;

    StackSource(TrackerSession session, EventStore store) {
        this.session = session;
        this.store = store;
    }

    TrackerSession session() {
        return session;
    }

    private void open(TrackerService service) throws OperationFailedException {
        if (info != null) return;
        info = service.show(session.id());
        symbols = new SymbolCache(new ServiceSymbols(service, info));
    }

    /** Where there are stacks: {@link #EVENTS} or names of maps. */
    synchronized List<String> names(TrackerService service) throws OperationFailedException {
        open(service);
        List<String> names = new ArrayList<>(MapStacks.names(info.maps()));
        if (EventStacks.hasStacks(store)) names.addFirst(EVENTS);
        return names;
    }

    /** What was counted up to now, or until {@code stop}; copied, so that the result stays as it is. */
    synchronized FlameTree read(TrackerService service, String name, BooleanSupplier stop) throws OperationFailedException {
        open(service);
        if (name.equals(EVENTS)) return events(stop);
        Optional<MapSpec> spec = info.maps().stream().filter(m -> m.name().equals(name)).findFirst();
        return spec.isEmpty() ? new FlameTree(1) : MapStacks.of(spec.get()).read(service, session.id(), symbols);
    }

    private FlameTree events(BooleanSupplier stop) {
        if (events == null) events = fresh ? EventStacks.fromNow(store, symbols) : new EventStacks(store, symbols);
        while (!stop.getAsBoolean() && events.advance(SLICE)) { }
        return events.tree().copy();
    }

    /** Counts anew what comes from now on. */
    synchronized void reset() {
        fresh = true;
        events = symbols == null ? null : EventStacks.fromNow(store, symbols);
    }
}

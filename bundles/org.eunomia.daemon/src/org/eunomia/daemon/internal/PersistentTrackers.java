package org.eunomia.daemon.internal;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.PackageDocuments;
import org.eunomia.core.StartOptions;
import org.eunomia.core.StartSpec;
import org.eunomia.core.TrackerId;
import org.eunomia.core.TrackerInfo;
import org.eunomia.core.TrackerService;
import org.eunomia.core.UpdateReport;
import org.eunomia.wire.InvalidDocumentException;

/**
 * Remembers the trackers of a service that are to come back, and brings them back. What was asked for counts as done when it is on the disk; a daemon that dies
 * before has not answered yet.
 */
final class PersistentTrackers {
    private final TrackerService service;
    private final PackageDocuments documents;
    private final StateFolder state;
    private final LogLines log;
    /** Number of the document by tracker. */
    private final Map<TrackerId, Long> kept = new TreeMap<>();
    private long next = 1;

    PersistentTrackers(TrackerService service, PackageDocuments documents, StateFolder state, LogLines log) {
        this.service = service;
        this.documents = documents;
        this.state = state;
        this.log = log;
    }

    /** The service, which from now on remembers. */
    TrackerService remembering() {
        return (TrackerService) Proxy.newProxyInstance(TrackerService.class.getClassLoader(), new Class<?>[] {TrackerService.class}, (proxy, method, arguments) -> switch (method.getName()) {
            case "start" -> start((StartSpec) arguments[0]);
            case "stop" -> {
                stop((TrackerId) arguments[0]);
                yield null;
            }
            case "update" -> update((TrackerId) arguments[0], (StartSpec) arguments[1], (Boolean) arguments[2]);
            default -> pass(method, arguments);
        });
    }

    private Object pass(Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(service, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private TrackerInfo start(StartSpec spec) throws OperationFailedException {
        if (spec.options().persistent() && !spec.options().timeToLive().isZero()) {
            throw new OperationFailedException(new Failure.RequestInvalid("persistent", "a tracker with a time to live cannot be persistent", ""));
        }
        TrackerInfo started = service.start(spec);
        if (!spec.options().persistent()) return started;
        try {
            keep(started.id(), spec, started.name());
            return started;
        } catch (IOException e) {
            service.stop(started.id());
            throw unwritable(e);
        }
    }

    private static OperationFailedException unwritable(IOException e) {
        return new OperationFailedException(new Failure.Unavailable("the state of the daemon", "it cannot be written: " + e.getMessage(), ""), e);
    }

    private synchronized void keep(TrackerId id, StartSpec spec, String name) throws IOException {
        long number = kept.getOrDefault(id, next);
        StartSpec named = new StartSpec(spec.pack(), name, spec.params(), spec.mapEntries(), spec.options());
        state.write(number, StateDocument.write(named, documents));
        if (kept.put(id, number) == null) next++;
    }

    private void stop(TrackerId id) throws OperationFailedException {
        service.stop(id);
        synchronized (this) {
            try {
                Long number = kept.remove(id);
                if (number != null) state.delete(number);
            } catch (IOException e) {
                throw unwritable(e);
            }
        }
    }

    private UpdateReport update(TrackerId id, StartSpec spec, boolean carryMaps) throws OperationFailedException {
        UpdateReport report = service.update(id, spec, carryMaps);
        synchronized (this) {
            if (!kept.containsKey(id)) return report;
            try {
                StartOptions options = service.show(id).options();
                keep(id, new StartSpec(spec.pack(), "", spec.params(), spec.mapEntries(), options), report.tracker().name());
                return report;
            } catch (IOException e) {
                throw unwritable(e);
            }
        }
    }

    /**
     * Starts what was kept, in its order. What does not start is listed as failed and told in the log, stays kept until it is stopped, and holds nobody back.
     *
     * @return how many started
     */
    synchronized int restore() throws IOException {
        List<Long> numbers = state.numbers();
        int started = 0;
        for (long number : numbers) {
            next = number + 1;
            try {
                TrackerInfo tracker = restore(StateDocument.read("kept as document " + number, state.read(number)));
                kept.put(tracker.id(), number);
                if (tracker.state() == TrackerInfo.State.RUNNING) started++;
                if (tracker.state() == TrackerInfo.State.RUNNING) log.line("info", "restored", "tracker", tracker.id(), "name", tracker.name());
                else log.line("error", "not-restored", "tracker", tracker.id(), "name", tracker.name(), "problem", tracker.reason());
            } catch (InvalidDocumentException e) {
                log.line("error", "state-damaged", "document", number, "problem", String.valueOf(e.getMessage()));
                state.setAside(number);
            } catch (OperationFailedException e) {
                log.line("error", "not-restored", "document", number, "problem", e.failure().summary(), "hint", e.failure().hint());
            }
        }
        return started;
    }

    private TrackerInfo restore(StateDocument kept) throws OperationFailedException {
        StartSpec spec;
        try {
            spec = kept.spec(documents);
        } catch (OperationFailedException refused) {
            return service.listFailed(kept.request().name(), kept.request().options(), refused.failure());
        }
        return service.restore(spec);
    }
}

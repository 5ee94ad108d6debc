package org.eunomia.daemon.internal;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    /** What is longer is as good as forever, and further than times go. */
    private static final Duration LONGEST = Duration.ofDays(36_500);
    private final TrackerService service;
    private final PackageDocuments documents;
    private final StateFolder state;
    private final LogLines log;
    private final InstantSource clock;
    private final Map<TrackerId, Kept> kept = new TreeMap<>();
    private long next = 1;

    /** @param number of the document; @param ends when its time to live is over */
    private record Kept(long number, Optional<Instant> ends) { }

    PersistentTrackers(TrackerService service, PackageDocuments documents, StateFolder state, LogLines log) {
        this(service, documents, state, log, InstantSource.system());
    }

    PersistentTrackers(TrackerService service, PackageDocuments documents, StateFolder state, LogLines log, InstantSource clock) {
        this.service = service;
        this.documents = documents;
        this.state = state;
        this.log = log;
        this.clock = clock;
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
        Instant now = clock.instant();
        TrackerInfo started = service.start(spec);
        if (!spec.options().persistent()) return started;
        try {
            keep(started.id(), spec, started.name(), ends(now, spec.options().timeToLive()));
            return started;
        } catch (IOException e) {
            service.stop(started.id());
            throw unwritable(e);
        }
    }

    private static OperationFailedException unwritable(IOException e) {
        return new OperationFailedException(new Failure.Unavailable("the state of the daemon", "it cannot be written: " + e.getMessage(), ""), e);
    }

    private static Optional<Instant> ends(Instant now, Duration timeToLive) {
        if (timeToLive.isZero()) return Optional.empty();
        return Optional.of(timeToLive.compareTo(LONGEST) > 0 ? now.plus(LONGEST) : now.plus(timeToLive));
    }

    private synchronized void keep(TrackerId id, StartSpec spec, String name, Optional<Instant> ends) throws IOException {
        Kept before = kept.get(id);
        long number = before == null ? next : before.number;
        StartSpec named = new StartSpec(spec.pack(), name, spec.params(), spec.mapEntries(), spec.options());
        state.write(number, StateDocument.write(named, ends, documents));
        if (kept.put(id, new Kept(number, ends)) == null) next++;
    }

    private void stop(TrackerId id) throws OperationFailedException {
        service.stop(id);
        synchronized (this) {
            try {
                Kept gone = kept.remove(id);
                if (gone != null) state.delete(gone.number);
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
                keep(id, new StartSpec(spec.pack(), "", spec.params(), spec.mapEntries(), options), report.tracker().name(), kept.get(id).ends);
                return report;
            } catch (IOException e) {
                throw unwritable(e);
            }
        }
    }

    /**
     * Starts what was kept, in its order. What does not start or cannot be read is listed as failed and told in the log, stays kept until it is stopped, and holds
     * nobody back. What has outlived its time is forgotten.
     *
     * @return how many started
     */
    synchronized int restore() throws IOException {
        List<Long> numbers = state.numbers();
        int started = 0;
        for (long number : numbers) {
            next = number + 1;
            try {
                StateDocument document = StateDocument.read("kept as document " + number, state.read(number));
                if (document.ends().isPresent() && !document.ends().get().isAfter(clock.instant())) {
                    log.line("info", "outlived", "document", number, "name", document.request().name(), "ended", document.ends().get());
                    forget(number);
                    continue;
                }
                TrackerInfo tracker = restore(document);
                kept.put(tracker.id(), new Kept(number, document.ends()));
                if (tracker.state() == TrackerInfo.State.RUNNING) started++;
                if (tracker.state() == TrackerInfo.State.RUNNING) log.line("info", "restored", "tracker", tracker.id(), "name", tracker.name());
                else log.line("error", "not-restored", "tracker", tracker.id(), "name", tracker.name(), "problem", tracker.reason());
            } catch (InvalidDocumentException e) {
                log.line("error", "state-damaged", "document", number, "problem", String.valueOf(e.getMessage()));
                setAside(number);
            } catch (IOException e) {
                unreadable(number, e);
            } catch (OperationFailedException e) {
                log.line("error", "not-restored", "document", number, "problem", e.failure().summary(), "hint", e.failure().hint());
            }
        }
        return started;
    }

    private void forget(long number) {
        try {
            state.delete(number);
        } catch (IOException e) {
            log.line("error", "state-unwritable", "document", number, "problem", e.toString());
        }
    }

    private void setAside(long number) {
        try {
            state.setAside(number);
        } catch (IOException e) {
            log.line("error", "state-unwritable", "document", number, "problem", e.toString());
        }
    }

    /** The disk may give it next time, so it stays; somebody should see that it is missing. */
    private void unreadable(long number, IOException e) {
        log.line("error", "state-unreadable", "document", number, "problem", e.toString());
        try {
            TrackerInfo listed = service.listFailed("document " + number, StartOptions.NONE, new Failure.Unavailable("document " + number + " of the daemon's state", "it cannot be read: " + e.getMessage(), ""));
            kept.put(listed.id(), new Kept(number, Optional.empty()));
        } catch (OperationFailedException told) {
            // It is in the log.
        }
    }

    private TrackerInfo restore(StateDocument kept) throws OperationFailedException {
        StartSpec spec;
        try {
            spec = kept.spec(clock.instant(), documents);
        } catch (OperationFailedException refused) {
            return service.listFailed(kept.request().name(), kept.request().options(), refused.failure());
        }
        return service.restore(spec);
    }
}

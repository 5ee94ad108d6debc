package org.eunomia.ide.events.internal.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eunomia.core.EventBatch;
import org.eunomia.core.EventReader;
import org.eunomia.core.LossLedger;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.PackageInfo;
import org.eunomia.core.TrackerService;
import org.eunomia.core.view.ServiceSymbols;
import org.eunomia.core.view.Symbols;
import org.eunomia.ide.core.sessions.TrackerSession;
import org.eunomia.ide.core.targets.TargetRegistry;

/** The events of a tracker that runs on a target, from the oldest that its runtime still holds. Opened by the first read. */
public final class SessionSource implements EventSource {
    private final TargetRegistry targets;
    private final TrackerSession session;
    private EventReader reader;
    private volatile boolean closed;

    public SessionSource(TargetRegistry targets, TrackerSession session) {
        this.targets = targets;
        this.session = session;
    }

    @Override
    public Origin origin() {
        return new Origin(session.target().name(), session.name());
    }

    private TrackerService service() throws OperationFailedException {
        return targets.service(session.target());
    }

    @Override
    public EventBatch read(Duration timeout) throws OperationFailedException, InterruptedException {
        EventReader open = open();
        return open == null ? new EventBatch(List.of(), 0, true) : open.read(timeout);
    }

    private EventReader open() throws OperationFailedException {
        synchronized (this) {
            if (closed || reader != null) return closed ? null : reader;
        }
        EventReader opened = service().events(session.id(), 0);
        synchronized (this) {
            if (!closed) reader = opened;
        }
        if (closed) opened.close();
        return closed ? null : opened;
    }

    @Override
    public Optional<LossLedger> losses() throws OperationFailedException {
        return Optional.of(service().losses(session.id()));
    }

    @Override
    public PackageInfo pack() throws OperationFailedException {
        return service().show(session.id()).pack();
    }

    @Override
    public Symbols symbols() {
        try {
            TrackerService service = service();
            return new ServiceSymbols(service, service.show(session.id()));
        } catch (OperationFailedException e) {
            return Symbols.NONE; // the tracker is gone, and with it what its addresses mean
        }
    }

    @Override
    public void close() {
        EventReader open;
        synchronized (this) {
            closed = true;
            open = reader;
        }
        if (open != null) open.close();
    }
}

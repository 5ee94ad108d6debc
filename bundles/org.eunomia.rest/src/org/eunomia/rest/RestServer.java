package org.eunomia.rest;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eunomia.core.CommandShell;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.PackageDocuments;
import org.eunomia.core.SourceCompiler;
import org.eunomia.core.TrackerService;
import org.eunomia.rest.internal.JettyServer;

/** A running server. Closing it ends all requests and streams; it does not close the tracker service. */
public interface RestServer extends AutoCloseable {
    /**
     * Listens, or fails with nothing left open. Blocks until all endpoints are there.
     *
     * @param service called from many threads; the caller closes it
     */
    static RestServer start(RestConfig config, TrackerService service, PackageDocuments documents, Access access, Readiness readiness, RestLog log) throws OperationFailedException {
        return start(config, service, documents, access, readiness, log, Optional.empty(), Optional.empty());
    }

    /**
     * @param shell    for admins
     * @param compiler for operators
     */
    static RestServer start(RestConfig config, TrackerService service, PackageDocuments documents, Access access, Readiness readiness, RestLog log, Optional<CommandShell> shell,
            Optional<SourceCompiler> compiler) throws OperationFailedException {
        return JettyServer.start(config, service, documents, access, readiness, log, shell, compiler);
    }

    /** Where it listens, with real ports, in the order of the configuration: {@code http://127.0.0.1:8527}, {@code unix:/run/eunomia/socket}. */
    List<String> addresses();

    /** Takes no more requests and waits until those that are there have ended; streams end with their trackers. @return whether all have ended in time */
    boolean drain(Duration timeout) throws InterruptedException;

    @Override
    void close();
}

package org.eunomia.rest.internal;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eunomia.core.CommandShell;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.PackageDocuments;
import org.eunomia.core.TrackerService;
import org.eunomia.rest.Role;
import org.eunomia.rest.internal.Route.Body;
import org.eunomia.wire.Documents;
import org.eunomia.wire.Lists;

/** The daemon's own command line. */
final class ShellRoutes {
    private final TrackerService service;
    private final PackageDocuments documents;
    private final Optional<CommandShell> shell;

    ShellRoutes(TrackerService service, PackageDocuments documents, Optional<CommandShell> shell) {
        this.service = service;
        this.documents = documents;
        this.shell = shell;
    }

    List<Route> routes() {
        return List.of(new Route("POST", "/v1/shell", Optional.of(Role.ADMIN), "shell", "Runs one line of the daemon's shell", Map.of(), Body.json(Lists.Line.class, "the line"),
                Map.of(200, Body.json(CommandShell.Outcome.class, "what it printed"), 501, TrackerRoutes.problem("the daemon has no shell")), this::run));
    }

    private void run(Exchange x) throws OperationFailedException, HttpFailureException, IOException {
        String line = Starts.document(Lists.Line.class, x.json()).line();
        CommandShell running = shell.orElseThrow(() -> new OperationFailedException(new Failure.NotSupported("the shell", "", "the daemon was installed without it")));
        x.changes("shell", line);
        x.json(200, Documents.toJson(running.run(line, service, documents)));
    }
}

package org.eunomia.cli.internal;

import java.util.List;
import org.eunomia.client.RemoteTrackerService;
import org.eunomia.core.OperationFailedException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Stops trackers. */
final class StopCommand extends RemoteCommand {
    StopCommand() {
        super("stop", List.of("TRACKER..."), "Stops trackers of a daemon, by id or name.");
    }

    @Override
    void addOptions(CommandSpec spec) { }

    @Override
    int ask(RemoteTrackerService service, List<String> values, ParseResult options, Session session) throws OperationFailedException {
        for (String tracker : values) service.stop(HostArguments.find(service, tracker).id());
        return ExitCode.DONE;
    }
}

package org.eunomia.cli.internal;

import java.io.IOException;
import java.util.List;
import org.eunomia.client.RemoteTrackerService;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.watch.Watch;
import org.eunomia.core.watch.WatchOptions;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Shows what a tracker of a daemon yields, and leaves it running. */
final class EventsCommand extends RemoteCommand {
    EventsCommand() {
        super("events", List.of("TRACKER"), "Shows the events of a daemon's tracker until Ctrl-C, or until it ends.",
                "Begins with the oldest events that the daemon still has, and goes on when the connection breaks.");
    }

    @Override
    void addOptions(CommandSpec spec) {
        WatchArguments.addTo(spec);
        spec.addOption(Arguments.flag("only what comes from now on", "--new"));
        spec.addOption(Arguments.option("POSITION", "begin there", "--from"));
    }

    @Override
    int ask(RemoteTrackerService service, List<String> values, ParseResult options, Session session) throws OperationFailedException, UsageException, IOException, InterruptedException {
        WatchOptions watch = WatchArguments.of(options);
        String from = Arguments.value(options, "--from", "");
        long position = Arguments.has(options, "--new") ? Long.MAX_VALUE : from.isEmpty() || from.equals("0") ? 0 : Arguments.number("--from", from, Long.MAX_VALUE);
        session.stop().watched();
        if (session.stop().isRequested()) return ExitCode.INTERRUPTED;
        new Watch(service, HostArguments.find(service, values.getFirst()), watch, session, false).run(position);
        return ExitCode.DONE;
    }
}

package org.eunomia.cli.internal;

import java.io.IOException;
import java.util.stream.Stream;
import org.eunomia.client.Hosts;
import org.eunomia.client.RemoteTrackerService;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.TrackerInfo;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Prints a script that teaches a shell our commands, and answers what such a script asks. */
final class CompletionCommand implements FixedCommand {
    @Override
    public CommandSpec spec() {
        CommandSpec spec = Arguments.command("completion", "Prints a completion script: source <(eunomia completion bash)", "The scripts ask for 'trackers' of a daemon and for known 'hosts', one a line.");
        spec.addPositional(Arguments.positional("0", "SHELL", "bash or zsh"));
        HostArguments.addTo(spec);
        return spec;
    }

    @Override
    public int run(ParseResult options, Session session) throws OperationFailedException, UsageException, IOException {
        String what = options.matchedPositionalValue(0, "");
        session.print(switch (what) {
            case "bash" -> CompletionScript.bash(Cli.specs());
            case "zsh" -> CompletionScript.zsh(Cli.specs());
            case "trackers" -> trackers(options, session);
            case "hosts" -> lines(new Hosts(session.environment()).names().stream());
            default -> throw new UsageException(what.isEmpty() ? "no shell given" : "no completion for '" + what + "'", "bash or zsh");
        });
        return ExitCode.DONE;
    }

    /** Names of those that run, then ids of all. */
    private static String trackers(ParseResult options, Session session) throws OperationFailedException {
        try (RemoteTrackerService service = HostArguments.open(options, session)) {
            var all = service.list();
            return lines(Stream.concat(all.stream().filter(t -> t.state() == TrackerInfo.State.RUNNING).map(TrackerInfo::name), all.stream().map(t -> t.id().toString())));
        }
    }

    private static String lines(Stream<String> names) {
        StringBuilder lines = new StringBuilder();
        names.filter(n -> n.indexOf('\n') < 0).distinct().forEach(n -> lines.append(n).append('\n'));
        return lines.toString();
    }
}

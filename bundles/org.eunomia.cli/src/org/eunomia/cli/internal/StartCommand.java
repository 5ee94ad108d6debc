package org.eunomia.cli.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.StartOptions;
import org.eunomia.core.StartSpec;
import org.eunomia.core.TrackerInfo;
import org.eunomia.core.TrackerService;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Starts a tracker that goes on when this command is over. */
final class StartCommand implements Command {
    @Override
    public CommandSpec spec() {
        CommandSpec spec = Arguments.command("start", "Starts a tracker by a daemon, and prints its id.", StartArguments.ABOUT_SOURCE[0], StartArguments.ABOUT_SOURCE[1]);
        spec.addPositional(Arguments.positional("0", "SOURCE", "what to start"));
        spec.addOption(Arguments.format());
        spec.addOption(Arguments.repeated("NAME=VALUE", "label the tracker", "--label"));
        spec.addOption(Arguments.option("TIME", "stop the tracker after that time: 10s, 5m, 2h", "--ttl"));
        BudgetOptions.addTo(spec);
        spec.addOption(Arguments.flag("bring it back when the daemon starts again", "--persistent"));
        StartArguments.addTo(spec);
        HostArguments.addTo(spec);
        return spec;
    }

    @Override
    public int run(List<String> arguments, Session session) throws OperationFailedException, UsageException, IOException, InterruptedException {
        Optional<StartArguments.Given> given = StartArguments.read(arguments, this::spec, "eunomia start FILE.bpf.c, a package, '-', JSON or a URL", session);
        if (given.isEmpty()) return ExitCode.DONE;
        ParseResult options = given.get().options();
        StartSpec s = given.get().start();
        boolean json = Arguments.wantsJson(options);
        StartSpec spec = new StartSpec(s.pack(), s.name(), s.params(), s.mapEntries(), options(options));
        try (TrackerService service = HostArguments.open(options, session)) {
            TrackerInfo started = service.start(spec);
            started.notices().forEach(session::note);
            if (json) RemoteCommand.json(session, started);
            else session.print(started.id() + "\n");
        }
        return ExitCode.DONE;
    }

    private static StartOptions options(ParseResult options) throws UsageException {
        Map<String, String> labels = new LinkedHashMap<>();
        for (String l : options.matchedOptionValue("--label", List.<String>of())) {
            int equals = l.indexOf('=');
            if (equals < 1) throw new UsageException("option '--label' needs NAME=VALUE, not '" + l + "'", "");
            labels.put(l.substring(0, equals), l.substring(equals + 1));
        }
        String ttl = Arguments.value(options, "--ttl", "");
        return new StartOptions(labels, ttl.isEmpty() ? Duration.ZERO : Durations.parse("--ttl", ttl), BudgetOptions.of(options), Arguments.has(options, "--persistent"));
    }
}

package org.eunomia.cli.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.StartOptions;
import org.eunomia.core.StartSpec;
import org.eunomia.core.TrackerId;
import org.eunomia.core.TrackerService;
import org.eunomia.core.UpdateReport;
import org.eunomia.core.watch.UpdateText;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Replaces the package of a running tracker. */
final class UpdateCommand implements Command {
    private static final Duration SETTLING = Duration.ofSeconds(10);

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Arguments.command("update", "Replaces the package of a daemon's running tracker without a gap: eunomia update TRACKER SOURCE.",
                StartArguments.ABOUT_SOURCE[0], StartArguments.ABOUT_SOURCE[1]);
        spec.addPositional(Arguments.positional("0", "SOURCE", "what to replace it by"));
        spec.addOption(Arguments.format());
        spec.addOption(Arguments.flag("go on with the content of maps that both have in equal shape", "--carry-maps"));
        BudgetOptions.addTo(spec);
        StartArguments.addTo(spec);
        HostArguments.addTo(spec);
        return spec;
    }

    @Override
    public int run(List<String> arguments, Session session) throws OperationFailedException, UsageException, IOException, InterruptedException {
        boolean named = !arguments.isEmpty() && !arguments.getFirst().startsWith("-");
        Optional<StartArguments.Given> given = StartArguments.read(named ? arguments.subList(1, arguments.size()) : arguments, this::spec, "eunomia update TRACKER SOURCE", session);
        if (given.isEmpty()) return ExitCode.DONE;
        if (!named) throw new UsageException("no TRACKER given", "eunomia update TRACKER SOURCE");
        ParseResult options = given.get().options();
        boolean json = Arguments.wantsJson(options);
        try (TrackerService service = HostArguments.open(options, session)) {
            TrackerId id = HostArguments.find(service, arguments.getFirst()).id();
            StartSpec s = given.get().start();
            StartOptions budget = new StartOptions(Map.of(), Duration.ZERO, BudgetOptions.of(options), false);
            service.update(id, new StartSpec(s.pack(), s.name(), s.params(), s.mapEntries(), budget), Arguments.has(options, "--carry-maps"));
            UpdateReport report = service.lastUpdate(id, SETTLING);
            report.tracker().notices().forEach(session::note);
            if (json) RemoteCommand.json(session, report);
            else session.print(UpdateText.of(report) + "\n");
        }
        return ExitCode.DONE;
    }
}

package org.eunomia.cli.internal;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.eunomia.core.DaemonRunner;
import org.eunomia.core.DaemonRunner.Setting;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Runs a daemon in this process until it is told to end. Knows the daemon's settings only by asking for them. */
final class ServerCommand implements FixedCommand {
    private final Optional<DaemonRunner> runner = ServiceLoader.load(DaemonRunner.class).findFirst();

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Arguments.command("server", "Runs a daemon that starts, replaces, watches and stops trackers for callers over HTTP.",
                "Each option is also a setting of the configuration file, and a variable of the environment: EUNOMIA_LISTEN for --listen.");
        for (Setting s : settings()) {
            String description = s.byDefault().isEmpty() ? s.description() : s.description() + " (default: " + s.byDefault() + ")";
            spec.addOption(s.argument().isEmpty() ? Arguments.flag(description, "--" + s.name()) : Arguments.option(s.argument(), description, "--" + s.name()));
        }
        return spec;
    }

    private List<Setting> settings() {
        return runner.map(DaemonRunner::settings).orElse(List.of());
    }

    @Override
    public int run(ParseResult options, Session session) throws OperationFailedException, UsageException, IOException, InterruptedException {
        Map<String, String> given = new HashMap<>();
        for (Setting s : settings()) {
            String option = "--" + s.name();
            if (Arguments.has(options, option)) given.put(s.name(), s.argument().isEmpty() ? "true" : Arguments.value(options, option, ""));
        }
        runner.orElseThrow(() -> new OperationFailedException(new Failure.Unavailable("this installation", "it has no daemon", "")))
                .run(given, session.environment(), session.err()::println);
        return ExitCode.DONE;
    }
}

package org.eunomia.cli.internal;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.TrackerService;
import org.eunomia.core.VerifyReport;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Has a kernel check a package without running it. */
final class VerifyCommand implements Command {
    @Override
    public CommandSpec spec() {
        CommandSpec spec = Arguments.command("verify", "Loads a package without attaching it, and shows what the kernel says of each program.", StartArguments.ABOUT_SOURCE[0],
                StartArguments.ABOUT_SOURCE[1]);
        spec.addPositional(Arguments.positional("0", "SOURCE", "what to check"));
        spec.addOption(Arguments.format());
        StartArguments.addTo(spec);
        HostArguments.addTo(spec, "ask the kernel there instead of this one");
        return spec;
    }

    @Override
    public int run(List<String> arguments, Session session) throws OperationFailedException, UsageException, IOException, InterruptedException {
        Optional<StartArguments.Given> given = StartArguments.read(arguments, this::spec, "eunomia verify FILE.bpf.c, a package, '-', JSON or a URL", session);
        if (given.isEmpty()) return ExitCode.DONE;
        ParseResult options = given.get().options();
        boolean json = Arguments.wantsJson(options);
        try (TrackerService service = HostArguments.isGiven(options) ? HostArguments.open(options, session) : session.runtime().open()) {
            VerifyReport report = service.verify(given.get().start());
            report.notices().forEach(session::note);
            if (json) RemoteCommand.json(session, report);
            else if (report.failure().isPresent()) throw new OperationFailedException(report.failure().get());
            else session.print(text(report));
            return report.accepted() ? ExitCode.DONE : ExitCode.REFUSED;
        }
    }

    private static String text(VerifyReport report) {
        TextGrid grid = new TextGrid("PROGRAM", "SECTION", "VERDICT", "INSNS", "STACK");
        for (VerifyReport.Verdict v : report.programs()) {
            grid.row(v.program(), v.section(), v.accepted() ? "accepted" : "refused", v.instructions() == 0 ? "" : v.instructions(), v.stackBytes() < 0 ? "" : v.stackBytes());
        }
        return grid.toString();
    }
}

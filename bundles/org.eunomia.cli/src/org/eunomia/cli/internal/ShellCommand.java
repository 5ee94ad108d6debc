package org.eunomia.cli.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eunomia.client.RemoteTrackerService;
import org.eunomia.core.CommandShell;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.view.Escapes;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Talks to the shell within a daemon. */
final class ShellCommand extends RemoteCommand {
    ShellCommand() {
        super("shell", List.of("[COMMAND...]"), "Runs a command of a daemon's own shell, or those on standard input. Needs the role admin.", "The command 'help' tells what there is.");
    }

    @Override
    void addOptions(CommandSpec spec) { }

    @Override
    int ask(RemoteTrackerService service, List<String> values, ParseResult options, Session session) throws OperationFailedException, IOException {
        if (!values.isEmpty()) return run(service, String.join(" ", values), session);
        BufferedReader in = new BufferedReader(new InputStreamReader(session.in(), StandardCharsets.UTF_8));
        int code = ExitCode.DONE;
        for (String line = next(in, session); line != null; line = next(in, session)) if (!line.isBlank()) code = run(service, line, session);
        return code;
    }

    private static String next(BufferedReader in, Session session) throws IOException {
        if (session.outTerminal()) session.print("eunomia> ");
        return in.readLine();
    }

    private static int run(RemoteTrackerService service, String line, Session session) throws OperationFailedException, IOException {
        CommandShell.Outcome outcome = service.shell(line);
        session.print(Escapes.lines(outcome.output()));
        return outcome.failed() ? ExitCode.FAILED : ExitCode.DONE;
    }
}

package org.eunomia.cli.internal;

import java.io.IOException;
import java.util.List;
import org.eunomia.core.OperationFailedException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** A command whose options are known before anything is opened, unlike those that take a tracker's params as options, too. */
interface FixedCommand extends Command {
    @Override
    default int run(List<String> arguments, Session session) throws OperationFailedException, UsageException, IOException, InterruptedException {
        CommandSpec spec = spec();
        ParseResult options = Arguments.parse(spec, arguments);
        if (Arguments.has(options, "--help")) {
            session.print(Arguments.usage(spec));
            return ExitCode.DONE;
        }
        return run(options, session);
    }

    /** @return the exit code */
    int run(ParseResult options, Session session) throws OperationFailedException, UsageException, IOException, InterruptedException;
}

package org.eunomia.cli.internal;

import java.io.IOException;
import java.util.List;
import org.eunomia.core.OperationFailedException;
import picocli.CommandLine.Model.CommandSpec;

/** One verb of the command line. */
interface Command {
    /** Options and arguments, for help and completion. */
    CommandSpec spec();

    /**
     * @param arguments what follows the verb
     * @return the exit code
     */
    int run(List<String> arguments, Session session) throws OperationFailedException, UsageException, IOException, InterruptedException;
}

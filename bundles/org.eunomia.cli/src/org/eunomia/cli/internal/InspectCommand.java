package org.eunomia.cli.internal;

import java.io.IOException;
import org.eunomia.cli.internal.source.Sources;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.spec.Package;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Shows what a package holds, without running it. */
final class InspectCommand implements FixedCommand {
    @Override
    public CommandSpec spec() {
        CommandSpec spec = Arguments.command("inspect", "Shows programs, maps, event types and params of a tracker.", "SOURCE is as in eunomia run.");
        spec.addPositional(Arguments.positional("0", "SOURCE", "what to look at"));
        spec.addOption(Arguments.format());
        CompileOptions.addTo(spec);
        spec.addOption(Arguments.flag("tell where each layout was found", "-v", "--verbose"));
        return spec;
    }

    @Override
    public int run(ParseResult options, Session session) throws OperationFailedException, UsageException, IOException, InterruptedException {
        String source = options.matchedPositionalValue(0, "");
        if (source.isEmpty()) throw new UsageException("no SOURCE given", "eunomia inspect FILE.bpf.c, a package, '-', JSON or a URL");
        boolean json = Arguments.wantsJson(options);
        Package pack = new Sources(session, CompileOptions.of(options)).open(source);
        session.print(json ? PackageJson.of(pack) : PackageText.of(pack));
        return ExitCode.DONE;
    }
}

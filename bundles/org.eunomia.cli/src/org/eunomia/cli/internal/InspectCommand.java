package org.eunomia.cli.internal;

import java.io.IOException;
import java.util.List;
import org.eunomia.cli.internal.source.Sources;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.spec.Package;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Shows what a package holds, without running it. */
final class InspectCommand implements Command {
    @Override
    public CommandSpec spec() {
        CommandSpec spec = Arguments.command("inspect", "Shows programs, maps, event types and params of a tracker.", "SOURCE is as in eunomia run.");
        spec.addPositional(Arguments.positional("0", "SOURCE", "what to look at"));
        spec.addOption(Arguments.option("FORMAT", "text (default) or json", "-o", "--output"));
        CompileOptions.addTo(spec);
        spec.addOption(Arguments.flag("tell where each layout was found", "-v", "--verbose"));
        return spec;
    }

    @Override
    public int run(List<String> arguments, Session session) throws OperationFailedException, UsageException, IOException, InterruptedException {
        CommandSpec spec = spec();
        ParseResult options = Arguments.parse(spec, arguments);
        if (Arguments.has(options, "--help")) {
            session.print(Arguments.usage(spec));
            return ExitCode.DONE;
        }
        String source = options.matchedPositionalValue(0, "");
        if (source.isEmpty()) throw new UsageException("no SOURCE given", "eunomia inspect FILE.bpf.c, a package, '-', JSON or a URL");
        String format = Arguments.value(options, "--output", "text");
        if (!format.equals("text") && !format.equals("json")) throw new UsageException("unknown output format '" + format + "'", "text or json");
        Package pack = new Sources(session, CompileOptions.of(options)).open(source);
        session.print(format.equals("json") ? PackageJson.of(pack) : PackageText.of(pack));
        return ExitCode.DONE;
    }
}

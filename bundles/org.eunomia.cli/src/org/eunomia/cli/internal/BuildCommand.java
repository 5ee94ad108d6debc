package org.eunomia.cli.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.eunomia.cli.internal.source.Compilation;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.spec.Package;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Compiles a source into a package file. */
final class BuildCommand implements FixedCommand {
    @Override
    public CommandSpec spec() {
        CommandSpec spec = Arguments.command("build", "Compiles a .bpf.c into a package that runs anywhere.");
        spec.addPositional(Arguments.positional("0", "FILE.bpf.c", "the source"));
        spec.addOption(Arguments.option("OUT.json", "the package, '-' for standard output (default: NAME.json in the present folder)", "-o", "--output"));
        CompileOptions.addTo(spec);
        spec.addOption(Arguments.flag("keep the text of source lines for the verifier's messages, not only their numbers", "--source-text"));
        spec.addOption(Arguments.flag("tell where each layout was found", "-v", "--verbose"));
        return spec;
    }

    @Override
    public int run(ParseResult options, Session session) throws OperationFailedException, UsageException, IOException {
        String source = options.matchedPositionalValue(0, "");
        if (source.isEmpty()) throw new UsageException("no source given", "eunomia build FILE.bpf.c");
        if (!Files.exists(session.folder().resolve(source))) throw new OperationFailedException(new Failure.NotFound("file", source, List.of()));
        Package pack = new Compilation(session, CompileOptions.of(options).withSourceText(Arguments.has(options, "--source-text"))).build(source).pack();
        String target = Arguments.value(options, "--output", pack.name() + ".json");
        long bytes = PackageFile.write(pack, target, session);
        if (!target.equals("-")) session.print(target + ": " + bytes + " bytes\n" + PackageText.outputs(pack));
        return ExitCode.DONE;
    }
}

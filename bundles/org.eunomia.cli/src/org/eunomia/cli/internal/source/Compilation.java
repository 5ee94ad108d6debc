package org.eunomia.cli.internal.source;

import java.io.PrintStream;
import java.nio.file.Path;
import org.eunomia.cli.internal.Session;
import org.eunomia.core.OperationFailedException;
import org.eunomia.toolchain.BuildResult;
import org.eunomia.toolchain.BuildSpec;
import org.eunomia.toolchain.Toolchain;
import org.eunomia.toolchain.ToolchainConfig;

/** Compiles a source and tells the user what the compiler and the inference had to say. */
public final class Compilation {
    private final Session session;
    private final SourceOptions options;

    public Compilation(Session session, SourceOptions options) {
        this.session = session;
        this.options = options;
    }

    public BuildResult build(String source) throws OperationFailedException {
        ToolchainConfig config = ToolchainConfig.fromEnvironment();
        if (!options.btf().isEmpty()) config = config.withBtf(session.folder().resolve(options.btf()));
        Path file = session.folder().resolve(source);
        BuildSpec spec = new BuildSpec(file, options.flags(), options.countLosses(), options.sourceText(), session.errTerminal());
        BuildResult result;
        try (Progress progress = Progress.start(session, "compiling " + source)) {
            result = Toolchain.find(config).build(spec);
        }
        PrintStream err = session.err();
        if (!result.output().isEmpty()) err.print(result.output().endsWith("\n") ? result.output() : result.output() + "\n");
        result.notices().forEach(session::note);
        if (options.verbose()) result.evidence().forEach(session::note);
        return result;
    }
}

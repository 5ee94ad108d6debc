package org.eunomia.toolchain.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.spec.Package;
import org.eunomia.elf.ObjectContents;
import org.eunomia.elf.ObjectStripper;
import org.eunomia.toolchain.BuildResult;
import org.eunomia.toolchain.BuildSpec;
import org.eunomia.toolchain.ToolchainConfig;
import org.eunomia.toolchain.internal.clang.Compiler;
import org.eunomia.toolchain.internal.clang.Compilation;
import org.eunomia.toolchain.internal.clang.Flags;

/** One build, from source to package. */
public final class Build {
    private final ToolchainConfig config;
    private final Compiler compiler;
    private final BuildSpec spec;

    public Build(ToolchainConfig config, Compiler compiler, BuildSpec spec) {
        this.config = config;
        this.compiler = compiler;
        this.spec = spec;
    }

    public BuildResult run() throws OperationFailedException {
        if (!Files.isRegularFile(spec.source())) {
            throw new OperationFailedException(new Failure.NotFound("source file", spec.source().toString(), List.of()));
        }
        Compilation compilation = Compilation.of(config, compiler, spec);
        ObjectContents contents = ObjectContents.read(compilation.object());
        Package pack = new Package(Package.Format.EUNOMIA_1, name(), "", "", contents.license(), ObjectStripper.strip(compilation.object()),
                contents.programs(), contents.maps(), contents.params(), Package.Requirements.NONE, List.of(), Map.of());
        return new BuildResult(pack, compilation.messages().diagnostics(), compilation.messages().text(), contents.notices(), List.of(), compilation.dependencies());
    }

    private String name() {
        return spec.source().getFileName().toString().replaceFirst("(\\.bpf)?\\.c$", "");
    }
}

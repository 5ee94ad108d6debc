package org.eunomia.toolchain.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eunomia.core.Failure;
import org.eunomia.core.Nearest;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.spec.Package;
import org.eunomia.toolchain.BuildResult;
import org.eunomia.toolchain.BuildSpec;
import org.eunomia.toolchain.ToolchainConfig;
import org.eunomia.toolchain.internal.clang.Compiler;
import org.eunomia.toolchain.internal.clang.Messages;
import org.eunomia.toolchain.internal.clang.Run;
import org.eunomia.toolchain.internal.describe.Description;
import org.eunomia.toolchain.internal.describe.SourceFacts;
import org.eunomia.toolchain.internal.layout.Companion;
import org.eunomia.toolchain.internal.layout.Layouts;
import org.eunomia.toolchain.internal.tree.Tree;
import org.eunomia.toolchain.internal.tree.TreeReader;

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
        requireSource();
        Setting setting = Setting.of(config, compiler, spec);
        Optional<BuildResult> result = run(setting);
        return result.isPresent() ? result.get() : run(setting.withoutPrecompiled()).orElseThrow();
    }

    /** @return empty when clang does not take the precompiled header */
    private Optional<BuildResult> run(Setting setting) throws OperationFailedException {
        // The object takes longest, so all else is done beside it.
        try (Run<byte[]> object = Run.start(setting.flags().object(setting.forObject(countsLosses())));
                Run<Tree> tree = Run.start(setting.flags().tree(setting.forTree()), Build::readTree)) {
            Run.Result<Tree> read = tree.await();
            Messages messages = Messages.read(read.messages());
            if (!read.succeeded() && setting.precompiled() != null && messages.blamePrecompiledHeader()) return Optional.empty();
            if (!read.succeeded()) throw messages.failure(spec.source());
            SourceFacts source = new SourceFacts(read.output(), spec.source().toString(), f -> setting.isOwn(Path.of(f)));
            return Optional.of(describe(setting, source, object, messages));
        }
    }

    private BuildResult describe(Setting setting, SourceFacts source, Run<byte[]> object, Messages front) throws OperationFailedException {
        Set<String> types = source.types();
        Set<String> numbers = source.numbers();
        if (types.isEmpty() && numbers.isEmpty()) return result(setting, source, compiled(object, front), Layouts.NONE);
        try (Companion companion = Companion.start(setting.flags(), setting.forTree(), source.outline(), types, source::text, numbers)) {
            Compiled compiled = compiled(object, front);
            return result(setting, source, compiled, companion.await());
        }
    }

    private record Compiled(byte[] object, Messages messages) { }

    private Compiled compiled(Run<byte[]> object, Messages front) throws OperationFailedException {
        Run.Result<byte[]> result = object.await();
        Messages messages = Messages.read(result.messages());
        if (!result.succeeded()) throw messages.failure(spec.source());
        // The back end warns too, of loops that it does not unroll for example; else the front end's own run has the clearer text.
        return new Compiled(result.output(), messages.diagnostics().size() > front.diagnostics().size() ? messages : front);
    }

    private BuildResult result(Setting setting, SourceFacts source, Compiled compiled, Layouts layouts) throws OperationFailedException {
        Description description = new Description(source, layouts, compiled.object);
        Package pack = description.pack(name(), spec.sourceText());
        return new BuildResult(pack, compiled.messages.diagnostics(), compiled.messages.text(), description.notices(), description.evidence(), setting.ownFiles());
    }

    /** What cannot be read costs the layouts, not the build. */
    private static Tree readTree(InputStream in) {
        try {
            return TreeReader.read(in);
        } catch (IOException e) {
            return Tree.EMPTY;
        }
    }

    private void requireSource() throws OperationFailedException {
        Path file = spec.source();
        if (Files.isRegularFile(file)) return;
        String[] others = file.toAbsolutePath().getParent().toFile().list((dir, name) -> name.endsWith(".c"));
        List<String> near = Nearest.to(file.getFileName().toString(), others == null ? List.of() : List.of(others));
        throw new OperationFailedException(new Failure.NotFound("source file", file.toString(), near));
    }

    /** A program that gives up global data for the sake of old kernels shall run on them. */
    private boolean countsLosses() throws OperationFailedException {
        if (!spec.countLosses()) return false;
        try {
            return !Files.readString(spec.source(), StandardCharsets.ISO_8859_1).contains("BPF_NO_GLOBAL_DATA");
        } catch (IOException e) {
            throw new OperationFailedException(new Failure.Unavailable(spec.source().toString(), "it cannot be read: " + e.getMessage(), ""), e);
        }
    }

    private String name() {
        return spec.source().getFileName().toString().replaceFirst("(\\.bpf)?\\.c$", "");
    }
}

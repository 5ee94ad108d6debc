package org.eunomia.toolchain.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eunomia.core.Diagnostic;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.SourceCompiler;
import org.eunomia.toolchain.BuildResult;
import org.eunomia.toolchain.BuildSpec;
import org.eunomia.toolchain.Toolchain;
import org.eunomia.toolchain.ToolchainConfig;
import org.osgi.service.component.annotations.Component;

/** Compiles with this host's clang, for the running kernel's types, in a folder that is gone afterwards. */
@Component
public final class ClangSourceCompiler implements SourceCompiler {
    private final ToolchainConfig config;

    public ClangSourceCompiler() {
        this(ToolchainConfig.fromEnvironment());
    }

    ClangSourceCompiler(ToolchainConfig config) {
        this.config = config;
    }

    @Override
    public Result compile(Source source) throws OperationFailedException {
        SentText.check(source);
        // Looked up each time: somebody may just have installed it.
        Toolchain toolchain = Toolchain.find(config).limited();
        List<String> defines = new ArrayList<>();
        new TreeMap<>(source.defines()).forEach((name, value) -> defines.add("-D" + name + "=" + value));
        try (Workplace place = new Workplace(source)) {
            BuildSpec spec = new BuildSpec(place.file(source.file()), defines, source.countLosses(), source.sourceText(), false);
            try {
                BuildResult built = toolchain.build(spec);
                return new Result(built.pack(), built.diagnostics().stream().map(place::named).toList(), built.notices().stream().map(place::named).toList());
            } catch (OperationFailedException e) {
                throw e.failure() instanceof Failure.CompileFailed f ? new OperationFailedException(
                        new Failure.CompileFailed(source.file(), f.diagnostics().stream().map(place::named).toList(), place.named(f.output())), e) : e;
            }
        } catch (IOException e) {
            throw new OperationFailedException(new Failure.Unavailable("a folder to compile in", String.valueOf(e.getMessage()), ""), e);
        }
    }

    /** A folder with the texts in it. Messages name its files as the sender does. */
    private static final class Workplace implements AutoCloseable {
        private final Path folder;

        Workplace(Source source) throws IOException {
            folder = Files.createTempDirectory("eunomia-compile-");
            try {
                Files.writeString(file(source.file()), source.text());
                for (Map.Entry<String, String> header : source.headers().entrySet()) Files.writeString(file(header.getKey()), header.getValue());
            } catch (IOException e) {
                close();
                throw e;
            }
        }

        Path file(String name) {
            return folder.resolve(name);
        }

        String named(String text) {
            return text.replace(folder + "/", "");
        }

        Diagnostic named(Diagnostic d) {
            return new Diagnostic(named(d.file()), d.line(), d.column(), d.severity(), named(d.message()), d.fixIt(), d.edits());
        }

        @Override
        public void close() throws IOException {
            String[] names = folder.toFile().list();
            for (String name : names == null ? new String[0] : names) Files.deleteIfExists(file(name));
            Files.deleteIfExists(folder);
        }
    }
}

package org.eunomia.toolchain.internal.clang;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.toolchain.BuildSpec;
import org.eunomia.toolchain.ToolchainConfig;
import org.eunomia.toolchain.internal.clang.DiagnosticReader.Messages;
import org.eunomia.toolchain.internal.headers.Cache;
import org.eunomia.toolchain.internal.headers.KernelHeader;
import org.eunomia.toolchain.internal.headers.PrecompiledHeaders;

/**
 * What the compiler makes of a source.
 *
 * @param object with all that clang puts into it
 */
public record Compilation(byte[] object, Messages messages, List<Path> dependencies) {

    public static Compilation of(ToolchainConfig config, Compiler compiler, BuildSpec spec) throws OperationFailedException {
        Cache cache = new Cache(config.cache());
        KernelHeader header = new KernelHeader(cache, config.btf());
        List<String> user = Flags.checked(spec.flags());
        Path none = header.emptyFolder();
        List<Path> files = dependencies(spec, new Flags(compiler, spec.source(), user, none, config.includes()));
        boolean ours = files.contains(none.resolve(KernelHeader.NAME));
        Flags flags = new Flags(compiler, spec.source(), user, ours ? header.folder() : none, config.includes());
        Optional<Path> kernelTypes = ours ? Optional.of(flags.headers().resolve(KernelHeader.NAME))
                : files.stream().filter(f -> f.endsWith(KernelHeader.NAME)).findFirst();
        PrecompiledHeaders precompiled = new PrecompiledHeaders(cache);
        Optional<Path> pch = kernelTypes.flatMap(h -> precompiled.get(compiler, flags.common(), h));
        List<String> before = new ArrayList<>(messageFlags(spec));
        pch.ifPresent(p -> before.addAll(List.of("-include-pch", p.toString())));
        try (Run<byte[]> object = Run.start(flags.object(before), "")) {
            Run.Result<byte[]> result = object.await();
            Messages messages = DiagnosticReader.read(result.messages());
            if (!result.succeeded()) throw failed(spec, messages);
            return new Compilation(result.output(), messages, own(config, files));
        }
    }

    /** Without those that come with the system or with us. */
    private static List<Path> own(ToolchainConfig config, List<Path> files) {
        Path cache = config.cache().toAbsolutePath();
        return files.stream().filter(f -> !f.startsWith(cache) && !f.startsWith("/usr") && config.includes().stream().noneMatch(f::startsWith)).toList();
    }

    private static List<String> messageFlags(BuildSpec spec) {
        return List.of("-fdiagnostics-parseable-fixits", spec.colour() ? "-fcolor-diagnostics" : "-fno-color-diagnostics");
    }

    private static OperationFailedException failed(BuildSpec spec, Messages messages) {
        return new OperationFailedException(new Failure.CompileFailed(spec.source().toString(), messages.diagnostics(), messages.text()));
    }

    private static List<Path> dependencies(BuildSpec spec, Flags flags) throws OperationFailedException {
        List<String> command = flags.dependencies(messageFlags(spec));
        try (Run<byte[]> run = Run.start(command, "")) {
            Run.Result<byte[]> result = run.await();
            if (!result.succeeded()) throw failed(spec, DiagnosticReader.read(result.messages()));
            return MakeRule.files(new String(result.output(), StandardCharsets.UTF_8));
        }
    }
}

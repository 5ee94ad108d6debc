package org.eunomia.toolchain.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eunomia.core.OperationFailedException;
import org.eunomia.toolchain.BuildSpec;
import org.eunomia.toolchain.ToolchainConfig;
import org.eunomia.toolchain.internal.clang.Compiler;
import org.eunomia.toolchain.internal.clang.Flags;
import org.eunomia.toolchain.internal.clang.MakeRule;
import org.eunomia.toolchain.internal.clang.Messages;
import org.eunomia.toolchain.internal.clang.Run;
import org.eunomia.toolchain.internal.headers.Cache;
import org.eunomia.toolchain.internal.headers.KernelHeader;
import org.eunomia.toolchain.internal.headers.PrecompiledHeaders;
import org.eunomia.toolchain.internal.loss.LossCounters;

/**
 * What has to be known before a source can be compiled: which files it is made of, and from these which kernel types it wants.
 *
 * @param front       flags for all runs over the source
 * @param precompiled the kernel types that the source wants, null when it wants none or they cannot be precompiled
 * @param files all that it includes, itself first
 */
record Setting(Flags flags, List<String> front, Path precompiled, List<Path> files, Cache cache) {

    static Setting of(ToolchainConfig config, Compiler compiler, BuildSpec spec) throws OperationFailedException {
        Cache cache = new Cache(config.cache());
        KernelHeader header = new KernelHeader(cache, config.btf());
        List<String> user = Flags.checked(spec.flags());
        Path empty = header.emptyFolder();
        // Where no other vmlinux.h is nearer, an empty one is found in our place, at a tenth of the time.
        List<Path> files = files(spec, new Flags(compiler, spec.source(), user, empty, config.includes()));
        boolean ours = files.contains(empty.resolve(KernelHeader.NAME));
        List<String> wanted = new ArrayList<>(user);
        // A program that declares kernel functions itself may well differ in a const from what the kernel says of them.
        if (ours && declaresKernelFunctions(files, config)) wanted.add("-DBPF_NO_KFUNC_PROTOTYPES");
        Flags flags = new Flags(compiler, spec.source(), wanted, ours ? header.folder() : empty, config.includes());
        Optional<Path> types = ours ? Optional.of(flags.headers().resolve(KernelHeader.NAME)) : files.stream().filter(f -> f.endsWith(KernelHeader.NAME)).findFirst();
        Path precompiled = types.flatMap(t -> PrecompiledHeaders.get(cache, compiler, flags.common(), t)).orElse(null);
        return new Setting(flags, messageFlags(spec), precompiled, files, cache);
    }

    /** The same with kernel types as text, because clang does not take those that were precompiled; they are made anew next time. */
    Setting withoutPrecompiled() {
        PrecompiledHeaders.discard(precompiled);
        return new Setting(flags, front, null, files, cache);
    }

    private static boolean declaresKernelFunctions(List<Path> files, ToolchainConfig config) {
        return files.stream().filter(f -> isOwn(f, config.cache().toAbsolutePath(), config.includes())).anyMatch(f -> {
            try {
                return Files.readString(f, StandardCharsets.ISO_8859_1).contains("__ksym");
            } catch (IOException e) {
                // clang has just read it and will complain if it cannot any more.
                return false;
            }
        });
    }

    private static List<String> messageFlags(BuildSpec spec) {
        return List.of("-fdiagnostics-parseable-fixits", spec.colour() ? "-fcolor-diagnostics" : "-fno-color-diagnostics");
    }

    private static List<Path> files(BuildSpec spec, Flags flags) throws OperationFailedException {
        try (Run<byte[]> run = Run.start(flags.dependencies(messageFlags(spec)))) {
            Run.Result<byte[]> result = run.await();
            if (!result.succeeded()) throw Messages.read(result.messages()).failure(spec.source());
            return MakeRule.files(new String(result.output(), StandardCharsets.UTF_8));
        }
    }

    /** Flags for all runs that compile. */
    List<String> forTree() {
        List<String> flags = new ArrayList<>(front);
        if (precompiled != null) flags.addAll(List.of("-include-pch", precompiled.toString()));
        return flags;
    }

    /** The same with what counts losses, if that is wanted. */
    List<String> forObject(boolean countLosses) throws OperationFailedException {
        List<String> flags = forTree();
        if (countLosses) flags.addAll(List.of("-include", cache.text("loss-", ".h", LossCounters.header()).toString()));
        return flags;
    }

    /** The files without those that come with the system or with us. */
    List<Path> ownFiles() {
        return files.stream().filter(this::isOwn).toList();
    }

    boolean isOwn(Path file) {
        return isOwn(file, cache.folder(), flags.includes());
    }

    private static boolean isOwn(Path file, Path cache, List<Path> includes) {
        return !file.startsWith(cache) && !file.startsWith("/usr") && includes.stream().noneMatch(file::startsWith) && !file.endsWith(KernelHeader.NAME);
    }
}

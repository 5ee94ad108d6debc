package org.eunomia.toolchain;

import java.nio.file.Path;
import java.util.List;
import org.eunomia.core.OperationFailedException;
import org.eunomia.toolchain.internal.Build;
import org.eunomia.toolchain.internal.ServerCommand;
import org.eunomia.toolchain.internal.clang.ClangSearch;
import org.eunomia.toolchain.internal.clang.Compiler;
import org.eunomia.toolchain.internal.clang.Flags;

/** A compiler for BPF programs with its headers. Safe for use by several threads, and beside other processes that use the same cache. */
public final class Toolchain {
    private final ToolchainConfig config;
    private final Compiler compiler;

    private Toolchain(ToolchainConfig config, Compiler compiler) {
        this.config = config;
        this.compiler = compiler;
    }

    /** @throws OperationFailedException {@code Unavailable} when there is no clang of release 14 or newer */
    public static Toolchain find(ToolchainConfig config) throws OperationFailedException {
        return new Toolchain(config, ClangSearch.find(config.clang(), System.getenv().getOrDefault("PATH", "")));
    }

    /** The same with bounds on what the compiler may take, for sources of others. */
    public Toolchain limited() {
        return new Toolchain(config, compiler.limited());
    }

    /** Whether {@link BuildSpec#flags} may be these: fails when one of them may not. */
    public static void check(List<String> flags) throws OperationFailedException {
        Flags.checked(flags);
    }

    /** The compiler that is used. */
    public Path clang() {
        return compiler.path();
    }

    /** Its major release. */
    public int clangVersion() {
        return compiler.version();
    }

    /**
     * Compiles {@code spec} and finds out what its maps carry and what its user can set. The same source, headers and compiler give the same bytes,
     * wherever they lie. Blocks for some tenths of a second, and a second more when the kernel's header has to be made first. An interrupt ends it.
     *
     * @throws OperationFailedException {@code CompileFailed} when the compiler refuses the source
     */
    public BuildResult build(BuildSpec spec) throws OperationFailedException {
        return new Build(config, compiler, spec).run();
    }

    /**
     * The command by which a language server understands a source or header as {@link #build} does: compiler, flags, {@code file}. Needs no compiler to be
     * there. Blocks for a second when the kernel's header has to be made first; where that cannot be done the rest of the command holds all the same.
     *
     * @param file  absolute
     * @param flags as in {@link BuildSpec#flags}; those that a build would refuse are left out
     */
    public static List<String> languageServerCommand(ToolchainConfig config, Path file, List<String> flags) {
        return ServerCommand.of(config, file, flags);
    }
}

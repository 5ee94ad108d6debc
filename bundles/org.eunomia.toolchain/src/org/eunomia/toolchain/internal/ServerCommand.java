package org.eunomia.toolchain.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eunomia.core.OperationFailedException;
import org.eunomia.toolchain.ToolchainConfig;
import org.eunomia.toolchain.internal.clang.Compiler;
import org.eunomia.toolchain.internal.clang.Flags;
import org.eunomia.toolchain.internal.headers.Cache;
import org.eunomia.toolchain.internal.headers.KernelHeader;

/** What a language server is told of a source: the flags of a build, without what is for objects or for speed. */
public final class ServerCommand {
    private static final Path COMPILER = Path.of("clang");

    private ServerCommand() { }

    public static List<String> of(ToolchainConfig config, Path file, List<String> flags) {
        List<String> user = harmless(flags);
        // As in a build: a program that declares kernel functions itself may differ in a const from what the kernel says of them.
        if (declaresKernelFunctions(file)) user.add("-DBPF_NO_KFUNC_PROTOTYPES");
        Path headers = headers(config);
        List<String> command = new Flags(new Compiler(COMPILER, 0), file, user, headers, config.includes()).command();
        boolean header = file.toString().endsWith(".h");
        // A header that is looked at alone lacks what sources include before it.
        if (header && !file.endsWith(KernelHeader.NAME) && Files.exists(headers.resolve(KernelHeader.NAME))) command.addAll(List.of("-include", headers.resolve(KernelHeader.NAME).toString()));
        if (header) command.addAll(List.of("-x", "c-header"));
        command.add(file.toString());
        return command;
    }

    private static List<String> harmless(List<String> flags) {
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < flags.size(); i++) {
            boolean pair = flags.get(i).matches("-[DUI]|-i\\w+") && i + 1 < flags.size();
            try {
                kept.addAll(Flags.checked(flags.subList(i, pair ? i + 2 : i + 1)));
            } catch (OperationFailedException e) {
                // A build says so; here the other flags are still of use.
            }
            if (pair) i++;
        }
        return kept;
    }

    private static Path headers(ToolchainConfig config) {
        try {
            return new KernelHeader(new Cache(config.cache()), config.btf()).folder();
        } catch (OperationFailedException e) {
            return config.cache().toAbsolutePath().resolve("vmlinux/none");
        }
    }

    private static boolean declaresKernelFunctions(Path file) {
        try {
            return file.toString().endsWith(".c") && Files.readString(file, StandardCharsets.ISO_8859_1).contains("__ksym");
        } catch (IOException e) {
            return false;
        }
    }
}

package org.eunomia.cli.internal.source;

import java.util.List;

/**
 * How a {@code .bpf.c} is compiled.
 *
 * @param flags      further flags for clang
 * @param sourceText whether the object keeps the text of source lines
 * @param btf        file that {@code vmlinux.h} is made of, empty for the running kernel
 */
public record SourceOptions(List<String> flags, boolean countLosses, boolean sourceText, String btf, boolean verbose) {
    public SourceOptions {
        flags = List.copyOf(flags);
    }

    public SourceOptions withSourceText(boolean kept) {
        return new SourceOptions(flags, countLosses, kept, btf, verbose);
    }
}

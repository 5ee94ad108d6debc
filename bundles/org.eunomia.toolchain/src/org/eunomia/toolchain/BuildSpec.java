package org.eunomia.toolchain;

import java.nio.file.Path;
import java.util.List;

/**
 * What is to be built.
 *
 * @param source      a {@code .bpf.c}; messages name it as it is spelled here
 * @param flags       further flags for clang, such as {@code -Idir} and {@code -DNAME=value}; what could make clang read or write elsewhere is refused
 * @param countLosses whether records that do not fit into a buffer are counted
 * @param sourceText  whether the object keeps the text of source lines, which the verifier's log then shows; it keeps their numbers in any case
 * @param colour      whether the compiler's output is coloured
 */
public record BuildSpec(Path source, List<String> flags, boolean countLosses, boolean sourceText, boolean colour) {
    public BuildSpec {
        flags = List.copyOf(flags);
    }

    public static BuildSpec of(Path source) {
        return new BuildSpec(source, List.of(), true, true, false);
    }

    public BuildSpec withFlags(List<String> flags) {
        return new BuildSpec(source, flags, countLosses, sourceText, colour);
    }

    public BuildSpec withCountLosses(boolean countLosses) {
        return new BuildSpec(source, flags, countLosses, sourceText, colour);
    }

    public BuildSpec withSourceText(boolean sourceText) {
        return new BuildSpec(source, flags, countLosses, sourceText, colour);
    }

    public BuildSpec withColour(boolean colour) {
        return new BuildSpec(source, flags, countLosses, sourceText, colour);
    }
}

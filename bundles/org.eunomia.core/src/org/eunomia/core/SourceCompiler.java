package org.eunomia.core;

import java.util.List;
import java.util.Map;
import org.eunomia.core.spec.Package;

/** Turns sources that somebody sends into packages. A service, and found through {@link java.util.ServiceLoader}. */
public interface SourceCompiler {
    /**
     * Blocks until it is compiled. An interrupt ends it.
     *
     * @throws OperationFailedException {@link Failure.CompileFailed} when the compiler refuses it, {@link Failure.Unavailable} when there is no compiler on this host,
     *         {@link Failure.RequestInvalid} when a name is none or the text includes what it may not
     */
    Result compile(Source source) throws OperationFailedException;

    /**
     * A text that includes only what lies beside it, among {@code headers}, or in the compiler's own search path.
     *
     * @param file        what messages call it, {@code name.bpf.c} without a folder; the package is named after it
     * @param headers     further texts, by the names that they are included by
     * @param defines     values by macro name
     * @param countLosses whether records that do not fit into a buffer are counted
     * @param sourceText  whether the object keeps the text of source lines, for the verifier's messages
     */
    record Source(String file, String text, Map<String, String> headers, Map<String, String> defines, boolean countLosses, boolean sourceText) {
        public Source {
            headers = Map.copyOf(headers);
            defines = Map.copyOf(defines);
        }

        public static Source of(String file, String text) {
            return new Source(file, text, Map.of(), Map.of(), true, false);
        }
    }

    /**
     * @param diagnostics warnings and notes of the compiler
     * @param notices     what could not be settled and how to settle it, one line each
     */
    record Result(Package pack, List<Diagnostic> diagnostics, List<String> notices) {
        public Result {
            diagnostics = List.copyOf(diagnostics);
            notices = List.copyOf(notices);
        }
    }
}

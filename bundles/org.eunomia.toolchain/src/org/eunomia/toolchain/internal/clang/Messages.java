package org.eunomia.toolchain.internal.clang;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.eunomia.core.Diagnostic;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;

/**
 * What a run of the compiler had to say.
 *
 * @param text as clang printed it, without the lines that are meant for machines
 */
public record Messages(List<Diagnostic> diagnostics, String text) {
    private static final Pattern PRECOMPILED = Pattern.compile("PCH file|precompiled header|AST file|malformed or corrupted");

    public Messages {
        diagnostics = List.copyOf(diagnostics);
    }

    public static Messages read(String output) {
        return DiagnosticReader.read(output);
    }

    /** Whether clang refused a precompiled header, and not the source. */
    public boolean blamePrecompiledHeader() {
        return diagnostics.stream().anyMatch(d -> d.severity() == Diagnostic.Severity.ERROR && PRECOMPILED.matcher(d.message()).find());
    }

    public OperationFailedException failure(Path source) {
        List<Diagnostic> placed = diagnostics.stream().map(d -> placed(d, source)).toList();
        return new OperationFailedException(new Failure.CompileFailed(source.toString(), placed, text));
    }

    /** The back end names files as the object does: from the folder of the source. */
    private static Diagnostic placed(Diagnostic d, Path source) {
        if (source.getParent() == null || !d.file().equals(source.getFileName().toString())) return d;
        return d.in(source.toString());
    }
}

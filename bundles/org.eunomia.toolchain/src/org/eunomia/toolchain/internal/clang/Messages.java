package org.eunomia.toolchain.internal.clang;

import java.nio.file.Path;
import java.util.List;
import org.eunomia.core.Diagnostic;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;

/**
 * What a run of the compiler had to say.
 *
 * @param text as clang printed it, without the lines that are meant for machines
 */
public record Messages(List<Diagnostic> diagnostics, String text) {
    public Messages {
        diagnostics = List.copyOf(diagnostics);
    }

    public static Messages read(String output) {
        return DiagnosticReader.read(output);
    }

    public OperationFailedException failure(Path source) {
        List<Diagnostic> placed = diagnostics.stream().map(d -> placed(d, source)).toList();
        return new OperationFailedException(new Failure.CompileFailed(source.toString(), placed, text));
    }

    /** The back end names files as the object does: from the folder of the source. */
    private static Diagnostic placed(Diagnostic d, Path source) {
        if (source.getParent() == null || !d.file().equals(source.getFileName().toString())) return d;
        return new Diagnostic(source.toString(), d.line(), d.column(), d.severity(), d.message(), d.fixIt());
    }
}

package org.eunomia.ide.core.fixes;

import java.util.List;
import org.eunomia.core.Diagnostic;

/**
 * Something that is wrong with a source.
 *
 * @param kind     who says so
 * @param message  in the words of the compiler or the verifier
 * @param line     1-based
 * @param proposed what the compiler proposes: each element is one way to do it, all of its edits together
 */
public record Problem(Kind kind, String message, int line, List<List<Diagnostic.Edit>> proposed) {
    public enum Kind { COMPILER, VERIFIER }

    public Problem {
        proposed = List.copyOf(proposed);
    }

    public static Problem ofVerifier(String reason, int line) {
        return new Problem(Kind.VERIFIER, reason, line, List.of());
    }
}

package org.eunomia.ide.core.fixes;

import java.util.List;
import org.eunomia.core.Diagnostic.Edit;

/** What clang proposes. */
final class CompilerFix {
    private CompilerFix() { }

    static Fix of(SourceText text, List<Edit> proposed) {
        List<SourceEdit> edits = proposed.stream().map(e -> {
            int start = text.offset(e.line(), e.column());
            return new SourceEdit(start, text.offset(e.endLine(), e.endColumn()) - start, e.text());
        }).toList();
        return new Fix(label(text, edits), edits);
    }

    private static String label(SourceText text, List<SourceEdit> edits) {
        if (edits.size() != 1) return "Apply what the compiler proposes";
        SourceEdit edit = edits.getFirst();
        String old = text.text().substring(edit.offset(), edit.offset() + edit.length()).strip();
        String fresh = edit.text().strip();
        if (edit.length() == 0) return "Insert '" + fresh + "'";
        return fresh.isEmpty() ? "Remove '" + old + "'" : "Change '" + old + "' to '" + fresh + "'";
    }
}

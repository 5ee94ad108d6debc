package org.eunomia.ide.core.clangd;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.lsp4j.TextEdit;

/** Applies the edits of an answer, all of which are about the text before. */
public final class TextEdits {
    private TextEdits() { }

    /** From the end of the text to its start, so that one does not move the next; of several at one place the last comes first. */
    public static List<TextEdit> lastFirst(List<? extends TextEdit> edits) {
        List<TextEdit> sorted = new ArrayList<>(edits);
        sorted.sort(Comparator.<TextEdit>comparingInt(e -> e.getRange().getStart().getLine()).thenComparingInt(e -> e.getRange().getStart().getCharacter()));
        return sorted.reversed();
    }

    public static String apply(String text, List<? extends TextEdit> edits) {
        StringBuilder result = new StringBuilder(text);
        for (TextEdit e : lastFirst(edits)) {
            result.replace(Positions.offset(text, e.getRange().getStart()), Positions.offset(text, e.getRange().getEnd()), e.getNewText());
        }
        return result.toString();
    }
}

package org.eunomia.ide.core.fixes;

import java.util.Comparator;
import java.util.List;

/**
 * A change that is offered.
 *
 * @param label what it does, for a list to choose from
 * @param edits places are those before any of them is done; none overlaps another
 */
public record Fix(String label, List<SourceEdit> edits) {
    /** Last first, so that each leaves the places of the rest as they are. */
    public Fix {
        edits = edits.stream().sorted(Comparator.comparingInt(SourceEdit::offset).reversed()).toList();
    }

    public String apply(String source) {
        StringBuilder text = new StringBuilder(source);
        for (SourceEdit edit : edits) text.replace(edit.offset(), edit.offset() + edit.length(), edit.text());
        return text.toString();
    }
}

package org.eunomia.ide.ui.internal.editor;

import org.eclipse.lsp4j.Location;
import org.eclipse.search.ui.text.Match;

/** A place where a name stands, with the text of its line. */
final class ReferenceMatch extends Match {
    private final int line;
    private final String text;
    private final Location location;

    ReferenceMatch(Object element, int offset, int length, int line, String text, Location location) {
        super(element, offset, length);
        this.line = line;
        this.text = text;
        this.location = location;
    }

    int line() {
        return line;
    }

    String text() {
        return text;
    }

    Location location() {
        return location;
    }
}

package org.eunomia.ide.core.clangd;

import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/** Places in a text as offsets and as the protocol has them: lines from 0 and UTF-16 units in them. */
public final class Positions {
    private Positions() { }

    public static Position position(CharSequence text, int offset) {
        int line = 0;
        int start = 0;
        for (int i = 0; i < offset && i < text.length(); i++) {
            if (text.charAt(i) != '\n') continue;
            line++;
            start = i + 1;
        }
        return new Position(line, offset - start);
    }

    /** The nearest place that there is. */
    public static int offset(CharSequence text, Position position) {
        int at = 0;
        for (int line = 0; line < position.getLine(); line++) {
            while (at < text.length() && text.charAt(at) != '\n') at++;
            if (at == text.length()) return at;
            at++;
        }
        int end = at;
        while (end < text.length() && text.charAt(end) != '\n' && end - at < position.getCharacter()) end++;
        return end;
    }

    public static Range range(CharSequence text, int offset, int length) {
        return new Range(position(text, offset), position(text, offset + length));
    }
}

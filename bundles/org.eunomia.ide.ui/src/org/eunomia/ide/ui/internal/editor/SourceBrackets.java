package org.eunomia.ide.ui.internal.editor;

import java.util.OptionalInt;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.source.ICharacterPairMatcher;
import org.eunomia.ide.core.language.Brackets;

/** Finds the bracket that belongs to the one at the cursor. */
public final class SourceBrackets implements ICharacterPairMatcher {
    /** Generated headers of the kernel are not searched through at each move of the cursor. */
    private static final int LIMIT = 500_000;

    private int anchor = -1;

    @Override
    public IRegion match(IDocument document, int offset) {
        if (document.getLength() > LIMIT) return null;
        try {
            // The bracket before the cursor counts first, as everywhere in Eclipse.
            for (int at : new int[] {offset - 1, offset}) {
                if (at < 0 || at >= document.getLength() || !Brackets.isBracket(document.getChar(at))) continue;
                OptionalInt partner = Brackets.partner(document.get(), at);
                if (partner.isEmpty()) continue;
                int other = partner.getAsInt();
                anchor = at < other ? ICharacterPairMatcher.LEFT : ICharacterPairMatcher.RIGHT;
                return new Region(Math.min(at, other), Math.abs(at - other) + 1);
            }
        } catch (BadLocationException e) {
            // The document is shorter by now.
        }
        return null;
    }

    @Override
    public int getAnchor() {
        return anchor;
    }

    @Override
    public void clear() {
        anchor = -1;
    }

    @Override
    public void dispose() { }
}

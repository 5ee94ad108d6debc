package org.eunomia.ide.ui.internal.wizards;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.jface.resource.ColorRegistry;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eunomia.ide.core.language.Lexer;
import org.eunomia.ide.core.language.Token;

/** Colours C in a text that does not change, as the editor would. */
final class SourceColours {
    /** Of the editor's colours; followed by the kind of token in lower case. */
    private static final String PREFIX = "org.eunomia.ide.ui.editor.";

    private SourceColours() { }

    static void apply(StyledText text) {
        ColorRegistry colours = JFaceResources.getColorRegistry();
        List<StyleRange> ranges = new ArrayList<>();
        for (Token t : Lexer.lex(text.getText())) {
            String key = PREFIX + t.kind().name().toLowerCase(Locale.ROOT);
            if (colours.hasValueFor(key)) ranges.add(new StyleRange(t.offset(), t.length(), colours.get(key), null));
        }
        text.setStyleRanges(ranges.toArray(StyleRange[]::new));
    }
}

package org.eunomia.ide.ui.internal.editor;

import org.eclipse.jface.resource.ColorRegistry;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.graphics.Color;
import org.eunomia.ide.core.language.TokenKind;

/** The colours of source, as the theme or the user under "Colors and Fonts" has them. For use in the workbench's thread. */
final class Colours {
    static final String PREFIX = "org.eunomia.ide.ui.editor.";

    private Colours() { }

    private static ColorRegistry registry() {
        return JFaceResources.getColorRegistry();
    }

    /** How to draw a piece of source; null for as the editor draws everything. */
    static StyleRange style(TokenKind kind, int offset, int length) {
        String key = key(kind);
        if (key == null) return null;
        int font = kind == TokenKind.KEYWORD || kind == TokenKind.SECTION ? SWT.BOLD : SWT.NORMAL;
        return new StyleRange(offset, length, registry().get(PREFIX + key), null, font);
    }

    static Color of(String name) {
        return registry().get(PREFIX + name);
    }

    private static String key(TokenKind kind) {
        return switch (kind) {
            case COMMENT -> "comment";
            case STRING -> "string";
            case NUMBER -> "number";
            case KEYWORD -> "keyword";
            case TYPE -> "type";
            case HELPER -> "helper";
            case MACRO -> "macro";
            case SECTION -> "section";
            case MAP -> "map";
            case DIRECTIVE -> "directive";
            case CONSTANT -> "constant";
            case FUNCTION -> "function";
            case NAME, PUNCTUATION -> null;
        };
    }

    /** @param changed runs in the workbench's thread */
    static IPropertyChangeListener listen(Runnable changed) {
        IPropertyChangeListener listener = e -> {
            if (e.getProperty().startsWith(PREFIX)) changed.run();
        };
        registry().addListener(listener);
        return listener;
    }

    static void forget(IPropertyChangeListener listener) {
        registry().removeListener(listener);
    }
}

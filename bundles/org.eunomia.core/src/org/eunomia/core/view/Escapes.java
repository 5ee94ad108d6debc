package org.eunomia.core.view;

/** Makes text that somebody else chose harmless to a terminal and to a JSON parser. */
public final class Escapes {
    private Escapes() { }

    /** Appends {@code text} with control and bidirectional characters as {@code \n}, {@code \x1b}, {@code \}{@code u202e}. */
    public static void text(CharSequence text, TextBuffer out) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x20 && c < 0x7f) {
                out.put(c);
            } else if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                out.put(new String(new char[] { c, text.charAt(++i) }));
            } else if (isUnsafe(c)) {
                escape(c, out);
            } else {
                out.put(String.valueOf(c));
            }
        }
    }

    public static String text(String text) {
        TextBuffer out = new TextBuffer();
        text(text, out);
        return out.toString();
    }

    /** As {@link #text(String)} but leaves line ends and tabs: for the logs of tools. */
    public static String lines(String text) {
        TextBuffer out = new TextBuffer();
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\n' && c != '\t') continue;
            text(text.substring(from, i), out);
            out.put(c);
            from = i + 1;
        }
        text(text.substring(from), out);
        return out.toString();
    }

    /** Appends {@code text} as a JSON string (RFC 8259) with its quotes. A parser gets back exactly {@code text}. */
    public static void json(CharSequence text, TextBuffer out) {
        out.put('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.put('\\').put(c);
            } else if (c >= 0x20 && c < 0x7f) {
                out.put(c);
            } else if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                out.put(new String(new char[] { c, text.charAt(++i) }));
            } else if (c == '\n' || c == '\t' || c == '\r') {
                escape(c, out);
            } else if (isUnsafe(c)) {
                out.put("\\u").hexByte(c >> 8).hexByte(c);
            } else {
                out.put(String.valueOf(c));
            }
        }
        out.put('"');
    }

    private static void escape(char c, TextBuffer out) {
        switch (c) {
            case '\n' -> out.put("\\n");
            case '\t' -> out.put("\\t");
            case '\r' -> out.put("\\r");
            default -> {
                if (c < 0x100) out.put("\\x").hexByte(c);
                else out.put("\\u").hexByte(c >> 8).hexByte(c);
            }
        }
    }

    /** C0, DEL, C1, line and paragraph separators, the controls of the bidirectional algorithm (UAX 9), lone surrogates. */
    private static boolean isUnsafe(char c) {
        return c < 0x20 || c >= 0x7f && c < 0xa0 || c == 0x061c || c >= 0x200e && c <= 0x200f || c >= 0x2028 && c <= 0x202e
                || c >= 0x2066 && c <= 0x2069 || Character.isSurrogate(c) || c == 0xfeff;
    }
}

package org.eunomia.ide.core.language;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;

/** Pairs of brackets in a source; those in comments and strings are none. */
public final class Brackets {
    private static final String OPEN = "([{";
    private static final String CLOSE = ")]}";

    private Brackets() { }

    public static boolean isBracket(char c) {
        return OPEN.indexOf(c) >= 0 || CLOSE.indexOf(c) >= 0;
    }

    /** Where the bracket is that belongs to the one at {@code offset}; empty when there is none at either place. */
    public static OptionalInt partner(String source, int offset) {
        List<Token> brackets = new ArrayList<>();
        for (Token t : Lexer.lex(source)) if (t.kind() == TokenKind.PUNCTUATION && isBracket(source.charAt(t.offset()))) brackets.add(t);
        int at = Collections.binarySearch(brackets.stream().map(Token::offset).toList(), offset);
        if (at < 0) return OptionalInt.empty();
        char c = source.charAt(offset);
        boolean forward = OPEN.indexOf(c) >= 0;
        char other = forward ? CLOSE.charAt(OPEN.indexOf(c)) : OPEN.charAt(CLOSE.indexOf(c));
        int depth = 0;
        for (int i = at; i >= 0 && i < brackets.size(); i += forward ? 1 : -1) {
            char b = source.charAt(brackets.get(i).offset());
            if (b == c) depth++;
            else if (b == other && --depth == 0) return OptionalInt.of(brackets.get(i).offset());
        }
        return OptionalInt.empty();
    }
}

package org.eunomia.ide.core.language;

/** A piece of a source; pieces do not cross the end of a line, except in {@link Lexer#lex(String)} for comments. */
public record Token(TokenKind kind, int offset, int length) {
    public int end() {
        return offset + length;
    }

    public String in(CharSequence source) {
        return source.subSequence(offset, offset + length).toString();
    }

    boolean is(CharSequence source, char c) {
        return kind == TokenKind.PUNCTUATION && length == 1 && source.charAt(offset) == c;
    }
}

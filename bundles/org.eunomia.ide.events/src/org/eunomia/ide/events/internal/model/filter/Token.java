package org.eunomia.ide.events.internal.model.filter;

/**
 * A piece of a filter.
 *
 * @param text   of a word as it stands, of a string without quotes and escapes, of an operator its characters
 * @param at     where it begins
 * @param length in the filter's text
 */
record Token(Kind kind, String text, int at, int length) {
    enum Kind { WORD, STRING, OPERATOR, AND, OR, NOT, OPEN, CLOSE, END }

    boolean is(Kind wanted) {
        return kind == wanted;
    }

    /** For messages. */
    String shown() {
        return kind == Kind.END ? "the end" : kind == Kind.STRING ? '"' + text + '"' : "'" + text + "'";
    }
}

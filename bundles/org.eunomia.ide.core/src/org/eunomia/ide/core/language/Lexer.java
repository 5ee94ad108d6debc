package org.eunomia.ide.core.language;

import java.util.ArrayList;
import java.util.List;

/** Splits C into pieces, line by line, so that a change costs the lines that it changes. White space belongs to no piece outside of comments. */
public final class Lexer {
    private final CharSequence line;
    private final int base;
    private final List<Token> out;
    private int at;
    private LineState state;

    private Lexer(CharSequence line, int base, LineState state, List<Token> out) {
        this.line = line;
        this.base = base;
        this.state = state;
        this.out = out;
    }

    /**
     * @param line   without its end
     * @param offset of the line in the source
     * @param out    gets the pieces
     * @return what the next line begins in
     */
    public static LineState line(CharSequence line, int offset, LineState state, List<Token> out) {
        return new Lexer(line, offset, state, out).run();
    }

    /** All pieces of a source; a comment of several lines is one piece. */
    public static List<Token> lex(String source) {
        List<Token> tokens = new ArrayList<>();
        LineState state = LineState.CODE;
        for (int start = 0; start <= source.length(); ) {
            int end = source.indexOf('\n', start);
            if (end < 0) end = source.length();
            int first = tokens.size();
            boolean continues = state.inComment() && first > 0;
            state = line(source.substring(start, end), start, state, tokens);
            if (continues && tokens.size() > first && tokens.get(first).kind() == TokenKind.COMMENT) {
                Token before = tokens.get(first - 1);
                tokens.set(first - 1, new Token(TokenKind.COMMENT, before.offset(), tokens.remove(first).end() - before.offset()));
            }
            start = end + 1;
        }
        return tokens;
    }

    private LineState run() {
        int end = line.length();
        if (end > 0 && line.charAt(end - 1) == '\r') end--;
        boolean continued = end > 0 && line.charAt(end - 1) == '\\';
        if (state == LineState.LINE_COMMENT) add(TokenKind.COMMENT, 0, at = end);
        else if (state.inComment()) comment(0, end);
        while (at < end) next(end);
        if (state.inComment()) return state;
        if (!continued) return LineState.CODE;
        return state;
    }

    private void next(int end) {
        char c = line.charAt(at);
        int start = at;
        if (Character.isWhitespace(c)) at++;
        else if (c == '/' && peek(1) == '/') {
            add(TokenKind.COMMENT, start, at = end);
            state = LineState.LINE_COMMENT;
        } else if (c == '/' && peek(1) == '*') {
            at += 2;
            comment(start, end);
        } else if (c == '"' || c == '\'') add(isSectionName() ? TokenKind.SECTION : TokenKind.STRING, start, at = quoted(c, end));
        else if (c == '#' && isFirst()) directive(end);
        else if (Character.isDigit(c) || c == '.' && Character.isDigit(peek(1))) add(TokenKind.NUMBER, start, at = number(end));
        else if (Character.isJavaIdentifierStart(c)) word(end);
        else add(TokenKind.PUNCTUATION, start, ++at);
    }

    private char peek(int ahead) {
        return at + ahead < line.length() ? line.charAt(at + ahead) : 0;
    }

    private void add(TokenKind kind, int start, int end) {
        if (end > start) out.add(new Token(kind, base + start, end - start));
    }

    private void comment(int start, int end) {
        boolean directive = state.inDirective();
        int close = indexOf("*/", at);
        at = close < 0 ? end : close + 2;
        add(TokenKind.COMMENT, start, at);
        if (close < 0) state = directive ? LineState.DIRECTIVE_COMMENT : LineState.COMMENT;
        else state = directive ? LineState.DIRECTIVE : LineState.CODE;
    }

    private int indexOf(String text, int from) {
        for (int i = from; i + text.length() <= line.length(); i++) if (line.charAt(i) == text.charAt(0) && line.charAt(i + 1) == text.charAt(1)) return i;
        return -1;
    }

    private int quoted(char quote, int end) {
        for (int i = at + 1; i < end; i++) {
            if (line.charAt(i) == '\\') i++;
            else if (line.charAt(i) == quote) return i + 1;
        }
        return end;
    }

    private int number(int end) {
        int i = at;
        while (i < end && (Character.isLetterOrDigit(line.charAt(i)) || line.charAt(i) == '.' || line.charAt(i) == '_')) i++;
        return i;
    }

    private boolean isFirst() {
        for (int i = 0; i < at; i++) if (!Character.isWhitespace(line.charAt(i))) return false;
        return true;
    }

    private void directive(int end) {
        int start = at++;
        while (at < end && Character.isWhitespace(line.charAt(at))) at++;
        int word = at;
        while (at < end && Character.isJavaIdentifierPart(line.charAt(at))) at++;
        boolean include = line.subSequence(word, at).toString().startsWith("include");
        state = LineState.DIRECTIVE;
        if (include) {
            while (at < end && Character.isWhitespace(line.charAt(at))) at++;
            char open = at < end ? line.charAt(at) : 0;
            int close = open == '<' ? indexOfOrEnd('>', end) : open == '"' ? quoted('"', end) : at;
            at = close;
        }
        add(TokenKind.DIRECTIVE, start, at);
    }

    private int indexOfOrEnd(char c, int end) {
        for (int i = at; i < end; i++) if (line.charAt(i) == c) return i + 1;
        return end;
    }

    private void word(int end) {
        int start = at;
        while (at < end && Character.isJavaIdentifierPart(line.charAt(at))) at++;
        String word = line.subSequence(start, at).toString();
        int next = at;
        while (next < end && line.charAt(next) == ' ') next++;
        boolean called = next < end && line.charAt(next) == '(';
        add(word.equals("SEC") && called ? TokenKind.SECTION : Words.kind(word, called), start, at);
    }

    /** Whether the quotation mark at hand is the first thing in {@code SEC(…)}. */
    private boolean isSectionName() {
        int n = out.size();
        if (n < 2) return false;
        Token open = out.get(n - 1);
        Token sec = out.get(n - 2);
        return sec.kind() == TokenKind.SECTION && sec.length() == 3 && sec.offset() >= base && open.offset() >= base && line.charAt(open.offset() - base) == '(';
    }
}

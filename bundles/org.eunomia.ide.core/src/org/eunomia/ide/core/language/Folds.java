package org.eunomia.ide.core.language;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Pieces of a source that can be folded away: bodies, comments, groups of includes and what lies between {@code #if} and {@code #endif}. */
public final class Folds {
    /** From the first character of its first line to the first of the line after its last. */
    public record Fold(int offset, int length, boolean comment) { }

    private final String source;
    private final List<Fold> folds = new ArrayList<>();

    private Folds(String source) {
        this.source = source;
    }

    /** In the order in which they end. */
    public static List<Fold> of(String source) {
        Folds folds = new Folds(source);
        folds.read(Lexer.lex(source));
        return List.copyOf(folds.folds);
    }

    private void read(List<Token> tokens) {
        Deque<Token> braces = new ArrayDeque<>();
        Deque<Token> conditions = new ArrayDeque<>();
        for (int i = 0; i < tokens.size(); i++) {
            Token t = tokens.get(i);
            String directive = t.kind() == TokenKind.DIRECTIVE ? t.in(source).replaceAll("\\s", "") : "";
            if (t.kind() == TokenKind.COMMENT) add(t.offset(), t.end(), true);
            else if (t.is(source, '{')) braces.push(t);
            else if (t.is(source, '}') && !braces.isEmpty()) add(braces.pop().offset(), t.offset(), false);
            else if (directive.startsWith("#if")) conditions.push(t);
            else if (directive.equals("#endif") && !conditions.isEmpty()) add(conditions.pop().offset(), t.offset(), false);
            else if (directive.startsWith("#include")) {
                int last = i;
                while (last + 1 < tokens.size() && tokens.get(last + 1).in(source).startsWith("#include")) last++;
                add(t.offset(), tokens.get(last).offset(), false);
                i = last;
            }
        }
    }

    private void add(int from, int to, boolean comment) {
        int start = source.lastIndexOf('\n', from - 1) + 1;
        int end = source.indexOf('\n', to);
        int last = end < 0 ? source.length() : end + 1;
        if (source.indexOf('\n', from) >= 0 && source.indexOf('\n', from) < to) folds.add(new Fold(start, last - start, comment));
    }
}

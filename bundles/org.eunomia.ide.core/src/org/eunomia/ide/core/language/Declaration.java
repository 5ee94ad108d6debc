package org.eunomia.ide.core.language;

import java.util.ArrayList;
import java.util.List;

/**
 * The pieces of one declaration at file level, without comments and directives.
 *
 * @param body index in {@code tokens} of the brace that opens its first block, -1 for none
 * @param close of the brace that closes it, the last piece when it is open
 */
record Declaration(List<Token> tokens, int body, int close) {
    Token first() {
        return tokens.get(0);
    }

    Token last() {
        return tokens.get(tokens.size() - 1);
    }

    static List<Declaration> split(String source) {
        List<Declaration> all = new ArrayList<>();
        List<Token> tokens = Lexer.lex(source).stream().filter(t -> t.kind() != TokenKind.COMMENT).toList();
        List<Token> current = new ArrayList<>();
        int depth = 0;
        int body = -1;
        int close = -1;
        for (int i = 0; i < tokens.size(); i++) {
            Token t = tokens.get(i);
            if (t.kind() == TokenKind.DIRECTIVE) {
                i = endOfDirective(source, tokens, i);
                continue;
            }
            current.add(t);
            if (t.is(source, '{') && depth++ == 0 && body < 0) body = current.size() - 1;
            if (t.is(source, '}') && depth > 0 && --depth == 0 && close < 0) close = current.size() - 1;
            boolean function = depth == 0 && close == current.size() - 1 && isFunction(source, current, body);
            if (depth == 0 && t.is(source, ';') || function) {
                all.add(new Declaration(List.copyOf(current), body, close < 0 ? current.size() - 1 : close));
                current.clear();
                body = close = -1;
            }
        }
        if (!current.isEmpty()) all.add(new Declaration(List.copyOf(current), body, current.size() - 1));
        return all;
    }

    /** A block that follows a parameter list needs no semicolon. */
    private static boolean isFunction(String source, List<Token> tokens, int body) {
        if (body < 1) return false;
        Token before = tokens.get(body - 1);
        if (before.is(source, '=')) return false;
        int equals = -1;
        boolean aggregate = false;
        for (int i = 0; i < body; i++) {
            String text = tokens.get(i).in(source);
            if (text.equals("(") && i > 0 && !tokens.get(i - 1).in(source).matches("SEC|__attribute__|__aligned")) return true;
            if (text.equals("=")) equals = i;
            aggregate |= text.matches("struct|union|enum");
        }
        return equals < 0 && !aggregate;
    }

    /** The last piece of a directive, which goes on over lines that end with a backslash. */
    private static int endOfDirective(String source, List<Token> tokens, int at) {
        int end = tokens.get(at).offset();
        do end = source.indexOf('\n', end + 1); while (end > 0 && continues(source, end));
        int last = at;
        while (last + 1 < tokens.size() && (end < 0 || tokens.get(last + 1).offset() < end)) last++;
        return last;
    }

    private static boolean continues(String source, int newline) {
        int i = newline - 1;
        if (i >= 0 && source.charAt(i) == '\r') i--;
        return i >= 0 && source.charAt(i) == '\\';
    }
}

package org.eunomia.ide.events.internal.model.filter;

import java.util.ArrayList;
import java.util.List;
import org.eunomia.ide.events.internal.model.filter.Token.Kind;

/** Cuts a filter into tokens. Words hold what names, numbers, durations, addresses and paths are made of, so that few values need quotes. */
final class Lexer {
    private static final String IN_WORDS = "_.:/-+@$*?[]{}%,;\\#^'";
    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    static List<Token> tokens(String text) throws FilterException {
        Lexer lexer = new Lexer(text);
        while (lexer.next()) { }
        return lexer.tokens;
    }

    private boolean next() throws FilterException {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) at++;
        if (at == text.length()) {
            tokens.add(new Token(Kind.END, "", at, 0));
            return false;
        }
        char c = text.charAt(at);
        if (c == '"' || c == '\'') string(c);
        else if (isWord(c)) word();
        else symbol();
        return true;
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || IN_WORDS.indexOf(c) >= 0;
    }

    private void word() {
        int from = at;
        while (at < text.length() && isWord(text.charAt(at))) at++;
        String word = text.substring(from, at);
        Kind kind = switch (word) {
            case "and" -> Kind.AND;
            case "or" -> Kind.OR;
            case "not" -> Kind.NOT;
            default -> Kind.WORD;
        };
        tokens.add(new Token(kind, word, from, at - from));
    }

    private void symbol() throws FilterException {
        for (String s : new String[] { "==", "!=", "<=", ">=", "!~", "&&", "||", "<", ">", "~", "!", "(", ")" }) {
            if (!text.startsWith(s, at)) continue;
            tokens.add(new Token(switch (s) {
                case "&&" -> Kind.AND;
                case "||" -> Kind.OR;
                case "!" -> Kind.NOT;
                case "(" -> Kind.OPEN;
                case ")" -> Kind.CLOSE;
                default -> Kind.OPERATOR;
            }, s, at, s.length()));
            at += s.length();
            return;
        }
        String instead = switch (text.charAt(at)) {
            case '=' -> "write == to compare";
            case '&' -> "write && for and";
            case '|' -> "write || for or";
            default -> "put text with such characters in quotes";
        };
        throw new FilterException(at, 1, "'" + text.charAt(at) + "' is no operator", instead);
    }

    private void string(char quote) throws FilterException {
        int from = at++;
        StringBuilder value = new StringBuilder();
        while (at < text.length() && text.charAt(at) != quote) value.append(text.charAt(at) == '\\' && at + 1 < text.length() ? escape(quote) : String.valueOf(text.charAt(at++)));
        if (at == text.length()) throw new FilterException(from, at - from, "this text has no end", "add a " + quote);
        at++;
        tokens.add(new Token(Kind.STRING, value.toString(), from, at - from));
    }

    /** A backslash before anything else stays, so that regular expressions need no doubled ones. */
    private String escape(char quote) {
        char c = text.charAt(at + 1);
        at += 2;
        if (c == quote) return String.valueOf(quote);
        return switch (c) {
            case 'n' -> "\n";
            case 't' -> "\t";
            case 'r' -> "\r";
            default -> "\\" + c;
        };
    }
}

package org.eunomia.ide.events.internal.model.filter;

import java.util.List;
import org.eunomia.ide.events.internal.model.filter.Token.Kind;

/**
 * <pre>
 * filter     = and { "||" and }
 * and        = not { ["&amp;&amp;"] not }        words in a row are all looked for
 * not        = "!" not | "(" filter ")" | comparison | word | string
 * comparison = word operator ( word | string )
 * operator   = "==" | "!=" | "&lt;" | "&lt;=" | "&gt;" | "&gt;=" | "~" | "!~"
 * </pre>
 */
final class Parser {
    private static final int DEEPEST = 100;
    private final List<Token> tokens;
    private int at;
    private int depth;

    private Parser(List<Token> tokens) {
        this.tokens = tokens;
    }

    static Expression parse(String text) throws FilterException {
        Parser parser = new Parser(Lexer.tokens(text));
        Expression whole = parser.or();
        Token rest = parser.peek();
        if (rest.is(Kind.CLOSE)) throw new FilterException(rest, "there is no ( for this )", "");
        if (!rest.is(Kind.END)) throw new FilterException(rest, rest.shown() + " cannot stand here", "combine comparisons with && or ||");
        return whole;
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token take() {
        return tokens.get(at++);
    }

    private Expression or() throws FilterException {
        if (++depth > DEEPEST) throw new FilterException(peek(), "the filter is nested too deep", "");
        Expression left = and();
        while (peek().is(Kind.OR)) {
            take();
            left = new Expression.Any(left, and());
        }
        depth--;
        return left;
    }

    private Expression and() throws FilterException {
        Expression left = not();
        while (true) {
            if (peek().is(Kind.AND)) take();
            else if (!(left instanceof Expression.Alone || left instanceof Expression.All all && all.right() instanceof Expression.Alone) || !(peek().is(Kind.WORD) || peek().is(Kind.STRING))) return left;
            left = new Expression.All(left, not());
        }
    }

    private Expression not() throws FilterException {
        if (++depth > DEEPEST) throw new FilterException(peek(), "the filter is nested too deep", "");
        try {
            return switch (peek().kind()) {
                case NOT -> {
                    take();
                    yield new Expression.Not(not());
                }
                case OPEN -> group();
                case WORD, STRING -> term();
                default -> throw missing();
            };
        } finally {
            depth--;
        }
    }

    private FilterException missing() {
        Token found = peek();
        String after = at == 0 ? "" : " after " + tokens.get(at - 1).shown();
        return new FilterException(found, "something to look for is missing" + after, "for example pid == 42, or a text in quotes");
    }

    private Expression group() throws FilterException {
        Token open = take();
        Expression inner = or();
        if (!peek().is(Kind.CLOSE)) {
            if (peek().is(Kind.END)) throw new FilterException(open, "this ( is never closed", "add a )");
            throw new FilterException(peek(), peek().shown() + " cannot stand here", "combine comparisons with && or ||");
        }
        take();
        return inner;
    }

    private Expression term() throws FilterException {
        Token left = take();
        if (!peek().is(Kind.OPERATOR)) return new Expression.Alone(left);
        Token operator = take();
        if (left.is(Kind.STRING)) throw new FilterException(left, "a column is wanted before " + operator.shown(), "write the column first, without quotes");
        Token value = peek();
        if (!value.is(Kind.WORD) && !value.is(Kind.STRING)) throw new FilterException(value, "a value is missing after " + operator.shown(), "text with spaces or operators goes in quotes");
        take();
        return new Expression.Compare(left, operator, value);
    }
}

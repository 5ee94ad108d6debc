package org.eunomia.ide.events.internal.model.filter;

/** What a filter says, before it meets columns. */
sealed interface Expression {
    record All(Expression left, Expression right) implements Expression { }

    record Any(Expression left, Expression right) implements Expression { }

    record Not(Expression inner) implements Expression { }

    /** @param value a word or a string */
    record Compare(Token column, Token operator, Token value) implements Expression { }

    /** A word or text alone: a column that is neither zero nor empty, else text that some column shows. */
    record Alone(Token word) implements Expression { }
}

package org.eunomia.ide.events.internal.model.filter;

import org.eunomia.ide.events.internal.model.ColumnModel;

/**
 * Which events are shown, as the user writes it: {@code pid == 42 && filename ~ "/etc"}. Words alone are looked for in all columns, without regard to case.
 * {@code ~} finds a regular expression. Numbers are decimal or hex; enums, errno values and signals go by name; durations and addresses are written as they are
 * shown, addresses also with a prefix ({@code daddr == 10.0.0.0/8}). A row that lacks a column fails each comparison with it.
 */
public final class Filter {
    public static final Filter NONE = new Filter("", null);
    private final String text;
    private final Expression expression;

    private Filter(String text, Expression expression) {
        this.text = text;
        this.expression = expression;
    }

    /** Checks the form only; whether there are such columns, {@link #bind} tells. */
    public static Filter parse(String text) throws FilterException {
        return text.isBlank() ? NONE : new Filter(text, Parser.parse(text));
    }

    public String text() {
        return text;
    }

    public boolean isNone() {
        return expression == null;
    }

    /** As a test of rows of the kinds that {@code model} is made of; rows of other kinds fail it. Before there is any kind, all columns are taken for possible. */
    public RowTest bind(ColumnModel model) throws FilterException {
        return expression == null ? RowTest.ALL : new Binder(model).bind(expression);
    }

    @Override
    public String toString() {
        return text;
    }
}

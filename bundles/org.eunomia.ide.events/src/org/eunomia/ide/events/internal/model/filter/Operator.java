package org.eunomia.ide.events.internal.model.filter;

/** How a column and a value are compared. */
enum Operator {
    EQUAL("=="), UNEQUAL("!="), LESS("<"), AT_MOST("<="), MORE(">"), AT_LEAST(">="), MATCHES("~"), MATCHES_NOT("!~");

    private final String text;

    Operator(String text) {
        this.text = text;
    }

    static Operator of(String text) {
        for (Operator o : values()) if (o.text.equals(text)) return o;
        throw new IllegalArgumentException(text);
    }

    boolean isMatch() {
        return this == MATCHES || this == MATCHES_NOT;
    }

    boolean isEquality() {
        return this == EQUAL || this == UNEQUAL;
    }

    boolean isOrder() {
        return !isMatch();
    }

    /** @param order of the column's value to the other: negative when it is smaller */
    boolean holds(int order) {
        return switch (this) {
            case EQUAL -> order == 0;
            case UNEQUAL -> order != 0;
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case MORE -> order > 0;
            case AT_LEAST -> order >= 0;
            case MATCHES, MATCHES_NOT -> throw new IllegalStateException(text);
        };
    }

    @Override
    public String toString() {
        return text;
    }
}

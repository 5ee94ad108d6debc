package org.eunomia.ide.core.language;

/** What a line begins in. */
public enum LineState {
    CODE, COMMENT,
    /** A directive that the line before continues. */
    DIRECTIVE,
    /** A comment within a directive. */
    DIRECTIVE_COMMENT,
    /** A {@code //} comment that the line before continues. */
    LINE_COMMENT;

    boolean inComment() {
        return this == COMMENT || this == DIRECTIVE_COMMENT;
    }

    boolean inDirective() {
        return this == DIRECTIVE || this == DIRECTIVE_COMMENT;
    }
}

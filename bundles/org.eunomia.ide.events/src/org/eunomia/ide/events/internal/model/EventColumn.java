package org.eunomia.ide.events.internal.model;

import org.eunomia.core.view.TextBuffer;

/** A column of the event view: the same for table, filter, sorting, groups, details, export and charts. Safe for use by several threads. */
public sealed interface EventColumn permits FieldColumn, HeadColumn {
    /** As filters name it. */
    String title();

    /** What it holds, in a line for people. */
    String description();

    /** Whether its values are numbers, which stand at the right. */
    boolean isNumeric();

    boolean isIn(Row row);

    /** Appends the value as people read it; nothing where the row has none. */
    void text(Row row, TextBuffer out);

    /** The value as a number: NaN where the row has none or it is none. */
    double number(Row row);

    /**
     * A number that orders values as people expect; of texts it is their first 8 bytes, so that rows with the same one are not yet known to be equal unless
     * {@link #keyDecides}. What a row does not have comes first.
     */
    long sortKey(Row row);

    boolean keyDecides();
}

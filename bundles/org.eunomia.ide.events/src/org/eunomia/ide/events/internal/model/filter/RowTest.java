package org.eunomia.ide.events.internal.model.filter;

import org.eunomia.ide.events.internal.model.Row;

/** Tells rows apart. Safe for use by several threads, each with its own row. */
@FunctionalInterface
public interface RowTest {
    RowTest ALL = row -> true;
    RowTest NOTHING = row -> false;

    boolean test(Row row);
}

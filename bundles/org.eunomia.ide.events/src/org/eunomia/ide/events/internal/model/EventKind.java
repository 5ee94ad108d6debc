package org.eunomia.ide.events.internal.model;

import org.eunomia.core.schema.Schema;
import org.eunomia.core.view.Columns;

/**
 * What all records of one source, map, generation and layout have in common.
 *
 * @param number     counts the kinds of a store from 0
 * @param beganNanos time of the store's first event, since 1970
 */
public record EventKind(int number, Origin origin, int generation, String map, Schema schema, Columns columns, long beganNanos) {
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}

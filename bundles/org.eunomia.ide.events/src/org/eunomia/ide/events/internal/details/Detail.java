package org.eunomia.ide.events.internal.details;

import java.util.List;

/**
 * A value of a record with those that it is made of.
 *
 * @param name   within the value around it
 * @param text   as people read it; of a struct empty
 * @param type   as the source has it
 * @param note   what the source says about it
 * @param offset in the record, -1 for what is not in it
 */
public record Detail(String name, String text, String type, String note, int offset, int length, List<Detail> inner) {
    public Detail {
        inner = List.copyOf(inner);
    }
}

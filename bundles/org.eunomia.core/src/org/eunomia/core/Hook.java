package org.eunomia.core;

import java.util.List;

/**
 * Something in a host's kernel, or on its disk, that programs can attach to.
 *
 * @param name   as it stands in a section's name behind the kind
 * @param detail more about it in a line, such as a C prototype or a module's name; may be empty
 * @param fields what a program finds there, in order; empty when there is nothing or it is not known
 */
public record Hook(HookKind kind, String name, String detail, List<Field> fields) {
    public Hook {
        fields = List.copyOf(fields);
    }

    /**
     * A field of a record, or an argument.
     *
     * @param declaration as in C, with the name: {@code const char *filename}
     * @param offset      in bytes from the start of the record, -1 for an argument
     * @param size        in bytes, -1 when it is not known
     */
    public record Field(String name, String declaration, int offset, int size) { }
}

package org.eunomia.core.schema;

import java.util.List;

/**
 * The type of a value in a record. {@code cName} is the type as the program's author wrote it ({@code pid_t}, {@code struct event},
 * {@code char[16]}); typedefs and qualifiers are otherwise resolved. Sizes are in bytes.
 */
public sealed interface Type {
    String cName();

    int size();

    /** An integer of 1, 2, 4, 8 or 16 bytes. */
    record Int(String cName, int size, boolean signed) implements Type { }

    /** Plain {@code char}: one byte, which is text in an array and a number alone. */
    record Char(String cName) implements Type {
        @Override
        public int size() {
            return 1;
        }
    }

    record Bool(String cName, int size) implements Type { }

    /** IEEE 754 binary32 or binary64, by size; other sizes are shown as raw bytes. */
    record Float(String cName, int size) implements Type { }

    /** {@code values} in the order of the source. */
    record Enum(String cName, int size, boolean signed, List<Enumerator> values) implements Type {
        public Enum {
            values = List.copyOf(values);
        }
    }

    /** {@code value} is sign- or zero-extended as the enum says. */
    record Enumerator(String name, long value) { }

    /** An address, never followed. */
    record Pointer(String cName, int size) implements Type { }

    /** {@code count} elements; 0 for a flexible array member, which takes the rest of the record. */
    record Array(String cName, Type element, int count) implements Type {
        @Override
        public int size() {
            return Math.multiplyExact(element.size(), count);
        }

        public boolean isText() {
            return element instanceof Char;
        }
    }

    /** A struct, or a union when all members start at 0 by {@code union}. */
    record Struct(String cName, boolean union, int size, List<Field> fields) implements Type {
        public Struct {
            fields = List.copyOf(fields);
        }
    }
}

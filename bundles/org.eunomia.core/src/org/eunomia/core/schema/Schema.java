package org.eunomia.core.schema;

/**
 * The layout of a record. {@code name} is the struct's tag or the type's C name, for example {@code event}.
 */
public record Schema(String name, Type type) {
    public int size() {
        return type.size();
    }
}

package org.eunomia.core.schema;

/** A decoded enum: {@code name} is empty when the number has none in its type. */
public record EnumValue(String name, long number) {
    @Override
    public String toString() {
        return name.isEmpty() ? Long.toString(number) : name;
    }
}

package org.eunomia.toolchain.internal.layout;

import java.util.Map;
import java.util.Optional;
import org.eunomia.toolchain.internal.layout.Companion.Layout;

/**
 * What the compiler says of types and constants.
 *
 * @param types  by spelling
 * @param values by expression
 */
public record Layouts(Map<String, Layout> types, Map<String, Long> values) {
    public static final Layouts NONE = new Layouts(Map.of(), Map.of());

    public Optional<Layout> find(String spelling) {
        return Optional.ofNullable(types.get(spelling));
    }
}

package org.eunomia.core.spec;

import java.util.Map;

/**
 * A program of the object.
 *
 * @param section ELF section, which says where it attaches
 * @param attach  false for programs that are loaded but attached by nobody, such as tail call targets
 * @param options further facts for attaching by name: {@code ifindex}, {@code pid}, {@code frequency} …
 */
public record ProgramSpec(String name, String section, boolean attach, Map<String, Object> options) {
    public ProgramSpec {
        options = Map.copyOf(options);
    }
}

package org.eunomia.ide.core.language;

import java.util.List;

/** What programs can be attached to on the kernel that they are written for. Answers from memory, at once. */
@FunctionalInterface
public interface Hooks {
    Hooks NONE = (section, prefix) -> List.of();

    /** @param detail of one line, may be empty */
    record Hook(String name, String detail) { }

    /**
     * Some of the hooks of that kind whose names begin with {@code prefix} or hold it, the best first.
     *
     * @param prefix what follows the section's slash so far
     */
    List<Hook> of(Section section, String prefix);
}

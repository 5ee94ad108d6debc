package org.eunomia.toolchain.scaffold;

import java.nio.file.Path;
import java.util.Optional;
import org.eunomia.core.HookKind;

/**
 * Something that a new tracker can start from.
 *
 * @param title for people, the name where it has none
 * @param hook  empty for examples and for templates that need none
 */
public record StartingPoint(String name, boolean template, String title, String description, Optional<HookChoice> hook, Path folder) {
    /**
     * Where a template attaches.
     *
     * @param usual  what it attaches to when the user does not say
     * @param title  asks for it
     * @param kind   what there is to choose from; empty when it cannot be listed
     * @param filter which of that kind the template can use, as {@link org.eunomia.core.TrackerService#hooks} has it
     */
    public record HookChoice(String usual, String title, Optional<HookKind> kind, String filter) { }
}

package org.eunomia.core;

import java.util.List;

/**
 * An extract of what there is to attach to.
 *
 * @param hooks    those that fit best
 * @param matching how many match in all
 */
public record Hooks(List<Hook> hooks, int matching) {
    /** More than that at a time nobody gets. */
    public static final int MOST = 1000;

    public Hooks {
        hooks = List.copyOf(hooks);
    }
}

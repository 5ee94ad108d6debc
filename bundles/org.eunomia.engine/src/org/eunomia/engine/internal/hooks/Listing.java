package org.eunomia.engine.internal.hooks;

import java.util.Collection;
import org.eunomia.core.Hook;
import org.eunomia.core.OperationFailedException;

/** Hooks of one kind. What costs more than a name is asked for those only that are shown. */
interface Listing {
    Collection<String> names() throws OperationFailedException;

    /** Whether one of {@link #names} really is one; asked for those only that match. */
    default boolean isHook(String name) {
        return true;
    }

    Hook hook(String name) throws OperationFailedException;
}

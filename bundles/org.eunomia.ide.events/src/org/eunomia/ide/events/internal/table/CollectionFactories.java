package org.eunomia.ide.events.internal.table;

import java.util.List;
import org.eclipse.collections.api.factory.primitive.IntLists;
import org.eclipse.collections.impl.factory.primitive.IntIntMaps;

/**
 * Lets Eclipse Collections, which NatTable is built on, find its own implementation: it looks by the thread's class loader, which in OSGi sees none of it. What is
 * found once is kept by the library.
 */
final class CollectionFactories {
    /** What NatTable makes collections with. */
    private static final List<String> USED = List.of("Lists", "Maps", "Sets", "primitive.IntLists", "primitive.IntSets", "primitive.IntIntMaps", "primitive.IntObjectMaps", "primitive.ObjectIntMaps",
            "primitive.IntDoubleMaps", "primitive.IntBooleanMaps");

    private CollectionFactories() { }

    static void load() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(IntIntMaps.class.getClassLoader());
        try {
            for (String name : USED) Class.forName("org.eclipse.collections.api.factory." + name, true, IntLists.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("this version of Eclipse Collections is not known", e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}

package org.eunomia.engine.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.StartSpec;
import org.eunomia.core.schema.Type;
import org.eunomia.core.spec.MapSpec;
import org.eunomia.kernel.LoadedObject;
import org.eunomia.kernel.MapAccess;

/** Finds the maps of a running generation that its successor can go on with. Both then write to the same map as long as both are attached. */
final class Carried {
    /** Kinds whose content is data alone: no references to programs, other maps or the buffers that are being read. */
    private static final Set<String> KINDS = Set.of("hash", "percpu_hash", "lru_hash", "lru_percpu_hash", "array", "percpu_array", "lpm_trie",
            "stack_trace", "queue", "stack", "bloom_filter");

    private Carried() { }

    static Map<String, MapAccess> from(LoadedObject object, StartSpec successor) throws OperationFailedException {
        Map<String, MapAccess> carried = new HashMap<>();
        for (LoadedObject.MapInfo info : object.maps()) {
            if (info.internal() || !KINDS.contains(info.type())) continue;
            for (MapSpec spec : successor.pack().maps()) {
                int entries = successor.mapEntries().getOrDefault(spec.name(), spec.maxEntries());
                if (spec.name().equals(info.name()) && sameShape(info, spec, entries)) carried.put(info.name(), object.map(info.name()));
            }
        }
        return carried;
    }

    private static boolean sameShape(LoadedObject.MapInfo info, MapSpec spec, int entries) {
        return spec.type().equals(info.type()) && (entries == 0 || entries == info.maxEntries())
                && sameSize(spec.keyType(), info.keySize()) && sameSize(spec.valueType(), info.valueSize());
    }

    private static boolean sameSize(Optional<Type> type, int size) {
        return type.map(Type::size).orElse(0) == size;
    }
}

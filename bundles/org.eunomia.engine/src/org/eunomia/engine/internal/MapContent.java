package org.eunomia.engine.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eunomia.core.Failure;
import org.eunomia.core.MapEntry;
import org.eunomia.core.Nearest;
import org.eunomia.core.OperationFailedException;
import org.eunomia.kernel.LoadedObject;
import org.eunomia.kernel.MapAccess;

/** Looks into maps and empties them. */
final class MapContent {
    private static final Set<String> WITHOUT_ENTRIES = Set.of("ringbuf", "perf_event_array", "user_ringbuf", "queue", "stack", "bloom_filter");
    private static final Set<String> ARRAYS = Set.of("array", "percpu_array");
    private static final Set<String> DELETABLE = Set.of("lpm_trie", "stack_trace");

    private MapContent() { }

    static MapAccess find(LoadedObject object, String name) throws OperationFailedException {
        for (LoadedObject.MapInfo m : object.maps()) if (m.name().equals(name)) return object.map(name);
        List<String> known = object.maps().stream().filter(m -> !m.internal()).map(LoadedObject.MapInfo::name).toList();
        throw new OperationFailedException(new Failure.NotFound("map", name, Nearest.to(name, known)));
    }

    static List<MapEntry> entries(MapAccess map) throws OperationFailedException {
        if (WITHOUT_ENTRIES.contains(map.info().type())) throw cannot("listing the entries of", map);
        return map.entries();
    }

    static Optional<byte[]> lookup(MapAccess map, byte[] key) throws OperationFailedException {
        checkKey(map, key);
        return map.lookup(key);
    }

    static Void put(MapAccess map, byte[] key, byte[] value) throws OperationFailedException {
        checkKey(map, key);
        LoadedObject.MapInfo info = map.info();
        int padded = info.valueSize() + 7 & ~7;
        boolean fits = info.isPerCpu() ? value.length > 0 && value.length % padded == 0 : value.length == info.valueSize();
        if (!fits) throw wrongSize("value", value, info.isPerCpu() ? padded + " bytes for each possible CPU" : info.valueSize() + " bytes", info);
        map.update(key, value);
        return null;
    }

    static boolean remove(MapAccess map, byte[] key) throws OperationFailedException {
        checkKey(map, key);
        return map.delete(key);
    }

    private static void checkKey(MapAccess map, byte[] key) throws OperationFailedException {
        if (WITHOUT_ENTRIES.contains(map.info().type())) throw cannot("single entries of", map);
        if (key.length != map.info().keySize()) throw wrongSize("key", key, map.info().keySize() + " bytes", map.info());
    }

    private static OperationFailedException wrongSize(String what, byte[] given, String wanted, LoadedObject.MapInfo info) {
        return new OperationFailedException(new Failure.RequestInvalid(what, "it has " + given.length + " bytes, map " + info.name() + " takes " + wanted, ""));
    }

    /** Removes or zeroes all entries. */
    static Void clear(MapAccess map) throws OperationFailedException {
        LoadedObject.MapInfo info = map.info();
        if (info.isHash() || DELETABLE.contains(info.type())) {
            for (MapEntry e : map.entries()) map.delete(e.key());
        } else if (ARRAYS.contains(info.type())) {
            for (MapEntry e : map.entries()) map.update(e.key(), new byte[e.value().length]);
        } else {
            throw cannot("clearing", map);
        }
        return null;
    }

    private static OperationFailedException cannot(String what, MapAccess map) {
        return new OperationFailedException(new Failure.NotSupported(what + " map " + map.info().name() + " of type " + map.info().type(), "", ""));
    }
}

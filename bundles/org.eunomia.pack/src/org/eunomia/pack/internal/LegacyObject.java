package org.eunomia.pack.internal;

import java.util.List;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.spec.MapSpec;
import org.eunomia.core.spec.Output;
import org.eunomia.elf.ObjectContents;
import org.eunomia.pack.PackageLimits;
import org.eunomia.pack.internal.json.JsonObject;

/** What the older generations have in common: they name what is in the object, and the object has to have it. */
final class LegacyObject {
    private LegacyObject() { }

    /** The object of 0.1.0 and of the first eunomia-bpf. */
    static byte[] plain(JsonObject root, PackageLimits limits) throws OperationFailedException {
        byte[] object = ObjectData.base64(root, "data", limits.objectBytes());
        if (root.has("data_sz")) ObjectData.requireSize(root, "data_sz", root.number("data_sz", 1, Integer.MAX_VALUE), object);
        ObjectData.requireElf(root, "data", object);
        return object;
    }

    /** Maps with a point in their name hold global data; libbpf made that name, and it may be cut off. */
    static boolean isInternal(String map) {
        return map.contains(".");
    }

    static void requireMaps(JsonObject root, String path, List<String> names, ObjectContents contents) throws OperationFailedException {
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (!isInternal(name) && contents.maps().stream().noneMatch(m -> m.name().equals(name))) {
                throw root.invalid(path + "/" + i, "the object has no map \"" + name + "\"", "its maps: " + shown(contents.maps().stream().map(MapSpec::name).toList()));
            }
        }
    }

    static void requirePrograms(JsonObject root, String path, List<String> names, ObjectContents contents) throws OperationFailedException {
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (contents.programs().stream().noneMatch(p -> p.name().equals(name))) {
                throw root.invalid(path + "/" + i, "the object has no program \"" + name + "\"", "its programs: " + shown(contents.programs().stream().map(p -> p.name()).toList()));
            }
        }
    }

    private static String shown(List<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", names.subList(0, Math.min(names.size(), 8))) + (names.size() > 8 ? ", …" : "");
    }

    static MapSpec withOutput(MapSpec m, Output output) {
        return new MapSpec(m.name(), m.type(), m.maxEntries(), m.key(), m.value(), output, m.lossOffsets());
    }
}

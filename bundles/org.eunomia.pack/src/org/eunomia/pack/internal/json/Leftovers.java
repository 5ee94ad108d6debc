package org.eunomia.pack.internal.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Members of a document that nobody knows, to be written again. Those of the document itself go by their name, those further inside by their pointer, which
 * begins with a slash.
 */
public final class Leftovers {
    private final Map<String, Object> found = new LinkedHashMap<>();

    /** Takes what has not been read of {@code object} and of the objects that were read as its members. */
    public void of(JsonObject object) {
        of(object, object.pointer());
    }

    /** @param pointer where the object stands when it is written again */
    public void of(JsonObject object, String pointer) {
        object.unknown().forEach((name, value) -> {
            if (pointer.isEmpty()) put(name, value);
            else found.put(pointer + "/" + JsonObject.escaped(name), value);
        });
        object.children().forEach((name, child) -> of(child, pointer + "/" + JsonObject.escaped(name)));
    }

    /** Keeps a member under that name at the top. */
    public void put(String name, Object value) {
        found.put(name.startsWith("/") ? "/" + JsonObject.escaped(name) : name, value);
    }

    public Map<String, Object> found() {
        return found;
    }

    /** Puts each to where it stood, unless that is no more or something else has come there. */
    public static void putBack(Map<String, Object> extra, Map<String, Object> document) {
        extra.keySet().stream().sorted().forEach(key -> {
            int slash = key.lastIndexOf('/');
            if (!key.startsWith("/")) document.putIfAbsent(key, sorted(extra.get(key)));
            else if (find(document, key.substring(0, slash)) instanceof Map<?, ?> parent) put(parent, unescaped(key.substring(slash + 1)), sorted(extra.get(key)));
        });
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<?, ?> parent, String name, Object value) {
        ((Map<String, Object>) parent).putIfAbsent(name, value);
    }

    private static Object find(Object document, String pointer) {
        Object at = document;
        for (String part : pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1)) {
            at = switch (at) {
                case Map<?, ?> map -> map.get(unescaped(part));
                case List<?> list -> part.matches("0|[1-9][0-9]{0,8}") && Integer.parseInt(part) < list.size() ? list.get(Integer.parseInt(part)) : null;
                case null, default -> null;
            };
        }
        return at;
    }

    private static String unescaped(String part) {
        return part.replace("~1", "/").replace("~0", "~");
    }

    /** Maps of the JDK that are immutable have another order in each process: members that nobody knows are written by name. */
    public static Object sorted(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                Map<String, Object> out = new LinkedHashMap<>();
                map.keySet().stream().map(String.class::cast).sorted().forEach(k -> out.put(k, sorted(map.get(k))));
                yield out;
            }
            case List<?> list -> list.stream().map(Leftovers::sorted).toList();
            case null, default -> value;
        };
    }
}

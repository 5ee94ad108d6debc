package org.eunomia.ide.events.internal.maps;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.spec.MapSpec;
import org.eunomia.wire.EntryForm;
import org.eunomia.wire.Json;
import org.eunomia.wire.MalformedJsonException;

/** A key or value taken apart into texts that people can edit, and put together again. */
public final class EntryFields {
    private final Object shape;
    private final List<Field> fields = new ArrayList<>();

    /**
     * What is edited by itself.
     *
     * @param name with the names of the structs around it, empty when there is only one
     * @param kind  what is wanted, in a word
     */
    public record Field(String name, String text, String kind) { }

    private EntryFields(Object shape) {
        this.shape = shape;
        collect("", shape);
    }

    /** @param bytes also zeros, for a key that is new */
    public static EntryFields key(MapSpec map, byte[] bytes) {
        return new EntryFields(new EntryForm(map).key(bytes));
    }

    public static EntryFields value(MapSpec map, byte[] bytes) {
        return new EntryFields(new EntryForm(map).value(bytes));
    }

    private void collect(String name, Object value) {
        switch (value) {
            case Map<?, ?> members -> members.forEach((member, v) -> collect(name.isEmpty() ? member.toString() : name + "." + member, v));
            case List<?> list when list.stream().anyMatch(Map.class::isInstance) -> {
                for (int i = 0; i < list.size(); i++) collect(name + "[" + i + "]", list.get(i));
            }
            case List<?> list -> fields.add(new Field(name, json(list), "list"));
            case Boolean b -> fields.add(new Field(name, b.toString(), "true or false"));
            case Number n -> fields.add(new Field(name, n.toString(), "number"));
            default -> fields.add(new Field(name, String.valueOf(value), "text"));
        }
    }

    private static String json(Object value) {
        return new String(Json.write(value), StandardCharsets.UTF_8);
    }

    public List<Field> fields() {
        return List.copyOf(fields);
    }

    /**
     * @param texts one for each field
     * @throws IllegalArgumentException with a line for the user that names the field
     */
    public byte[] toKey(MapSpec map, List<String> texts) throws OperationFailedException {
        Object key = build(texts);
        return new EntryForm(map).keyOf(map.keyType().isEmpty() ? String.valueOf(key) : json(key), false);
    }

    /** As {@link #toKey}. */
    public byte[] toValue(MapSpec map, List<String> texts) throws OperationFailedException {
        return new EntryForm(map).valueOf(build(texts));
    }

    private Object build(List<String> texts) {
        return build("", shape, texts.iterator());
    }

    private static Object build(String name, Object like, Iterator<String> texts) {
        return switch (like) {
            case Map<?, ?> members -> {
                Map<String, Object> made = new LinkedHashMap<>();
                members.forEach((member, v) -> made.put(member.toString(), build(name.isEmpty() ? member.toString() : name + "." + member, v, texts)));
                yield made;
            }
            case List<?> list when list.stream().anyMatch(Map.class::isInstance) -> {
                List<Object> made = new ArrayList<>();
                for (int i = 0; i < list.size(); i++) made.add(build(name + "[" + i + "]", list.get(i), texts));
                yield made;
            }
            case List<?> list -> list(name, texts.next());
            case Boolean b -> bool(name, texts.next().strip());
            case Double d -> real(name, texts.next().strip());
            case Number n -> texts.next().strip();
            default -> texts.next();
        };
    }

    private static Object list(String name, String text) {
        String stripped = text.strip();
        try {
            if (Json.parse((stripped.startsWith("[") ? stripped : "[" + stripped + "]").getBytes(StandardCharsets.UTF_8)) instanceof List<?> list) return list;
        } catch (MalformedJsonException e) {
            throw wrong(name, "a list such as [1, 2, 3] is wanted");
        }
        throw wrong(name, "a list such as [1, 2, 3] is wanted");
    }

    private static Object bool(String name, String text) {
        return switch (text) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw wrong(name, "true or false is wanted");
        };
    }

    private static Object real(String name, String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw wrong(name, "'" + text + "' is no number");
        }
    }

    private static IllegalArgumentException wrong(String name, String problem) {
        return new IllegalArgumentException((name.isEmpty() ? "" : name + ": ") + problem);
    }
}

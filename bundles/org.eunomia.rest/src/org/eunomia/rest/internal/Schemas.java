package org.eunomia.rest.internal;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.eunomia.core.TrackerId;
import org.eunomia.wire.Documents;

/** JSON Schemas of the records that {@link Documents} writes. */
final class Schemas {
    private final Map<String, Object> named = new TreeMap<>();

    /** The schemas of all records met so far, by name. */
    Map<String, Object> named() {
        return named;
    }

    Object of(Type type) {
        if (type instanceof ParameterizedType p) {
            Type[] of = p.getActualTypeArguments();
            return p.getRawType() == List.class ? ordered("type", "array", "items", of(of[0])) : ordered("type", "object", "additionalProperties", of(of[1]));
        }
        Class<?> c = (Class<?>) type;
        if (c == TrackerId.class) return ordered("type", "integer", "minimum", 1L);
        if (c.isRecord() || c.isSealed()) return reference(c);
        if (c.isEnum()) return ordered("type", "string", "enum", Arrays.stream(c.getEnumConstants()).map(e -> (Object) ((Enum<?>) e).name().toLowerCase(Locale.ROOT).replace('_', '-')).toList());
        if (c == String.class) return ordered("type", "string");
        if (c == boolean.class) return ordered("type", "boolean");
        if (c == int.class || c == Integer.class) return ordered("type", "integer", "format", "int32");
        if (c == long.class || c == Long.class) return ordered("type", "integer", "format", "int64");
        if (c == double.class) return ordered("type", "number");
        if (c == byte[].class) return ordered("type", "string", "contentEncoding", "base64");
        if (c == Instant.class) return ordered("type", "string", "format", "date-time");
        if (c == Duration.class) return ordered("type", "string", "format", "duration");
        return Map.of();
    }

    private Object reference(Class<?> c) {
        String name = c.getEnclosingClass() == null || c.getEnclosingClass().getSimpleName().equals("Lists") ? c.getSimpleName() : c.getEnclosingClass().getSimpleName() + c.getSimpleName();
        if (!named.containsKey(name)) {
            named.put(name, Map.of());
            named.put(name, c.isRecord() ? record(c) : ordered("oneOf", Arrays.stream(c.getPermittedSubclasses()).sorted(Comparator.comparing(Class::getName)).map(this::reference).toList()));
        }
        return ordered("$ref", "#/components/schemas/" + name);
    }

    private Object record(Class<?> c) {
        Map<String, Object> properties = new LinkedHashMap<>();
        if (Arrays.stream(c.getInterfaces()).anyMatch(Class::isSealed)) properties.put("kind", ordered("const", Documents.kind(c)));
        for (RecordComponent component : c.getRecordComponents()) properties.put(Documents.name(component), of(component.getGenericType()));
        return ordered("type", "object", "properties", properties);
    }

    static Map<String, Object> ordered(Object... namesAndValues) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) members.put((String) namesAndValues[i], namesAndValues[i + 1]);
        return members;
    }
}

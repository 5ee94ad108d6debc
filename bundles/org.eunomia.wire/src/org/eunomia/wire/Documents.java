package org.eunomia.wire;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eunomia.core.TrackerId;

/**
 * Records of the core as JSON and back, so that what one end wrote is equal to what the other end reads: a record is an object with its
 * components by name, a record of a sealed interface has its name as {@code kind} besides, enums are lower case, bytes base64, times and durations ISO 8601,
 * a {@link TrackerId} a number, and null is left out. What a text leaves out is empty, zero, false or null.
 */
public final class Documents {
    /** What to do with members that no component has. */
    public enum Unknown {
        /** For documents of a peer that may be newer. */
        IGNORED,
        /** For what people write. */
        REFUSED
    }

    private Documents() { }

    public static Object toJson(Object value) {
        return switch (value) {
            case null -> null;
            case TrackerId id -> (long) id.value();
            case Record r -> object(r);
            case List<?> list -> list.stream().map(Documents::toJson).toList();
            case Map<?, ?> map -> members(map);
            case Enum<?> e -> kebab(e.name());
            case byte[] bytes -> Base64.getEncoder().encodeToString(bytes);
            case Instant time -> time.toString();
            case Duration duration -> duration.toString();
            case Integer i -> i.longValue();
            default -> value;
        };
    }

    private static Map<String, Object> members(Map<?, ?> map) {
        Map<String, Object> members = new LinkedHashMap<>();
        map.entrySet().stream().map(e -> Map.entry(String.valueOf(e.getKey()), e)).sorted(Map.Entry.comparingByKey())
                .forEach(e -> members.put(e.getKey(), toJson(e.getValue().getValue())));
        return members;
    }

    /** The name of a record of a sealed interface, as {@code kind} has it. */
    public static String kind(Class<?> type) {
        return kebab(type.getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_"));
    }

    private static String kebab(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Map<String, Object> object(Record value) {
        RecordShape shape = RecordShape.of(value.getClass());
        Map<String, Object> members = new LinkedHashMap<>();
        if (!shape.kind().isEmpty()) members.put("kind", shape.kind());
        for (RecordShape.Member m : shape.members()) {
            Object component = m.of(value);
            if (component != null) members.put(m.name(), toJson(component));
        }
        return members;
    }

    /** What a component is called in a document: {@code package} is no name in Java. */
    public static String name(RecordComponent c) {
        return c.getName().equals("pack") ? "package" : c.getName();
    }

    /** @throws InvalidDocumentException when {@code json} is not of that form */
    public static <T> T fromJson(Class<T> type, Object json, Unknown unknown) throws InvalidDocumentException {
        return type.cast(read(type, json, "", unknown));
    }

    private static Object read(Type type, Object json, String at, Unknown unknown) throws InvalidDocumentException {
        if (type instanceof ParameterizedType p) {
            Type[] of = p.getActualTypeArguments();
            return p.getRawType() == List.class ? list(of[0], json, at, unknown) : map(of[0], of[1], json, at, unknown);
        }
        Class<?> c = (Class<?>) type;
        if (json == null) return Scalars.absent(c);
        if (c == TrackerId.class) return new TrackerId((int) Scalars.integer(json, at, 1, Integer.MAX_VALUE));
        if (c.isRecord()) return record(c, json, at, unknown);
        if (c.isSealed()) return oneOf(c, json, at, unknown);
        try {
            return Scalars.read(c, json, at);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new InvalidDocumentException(at, "'" + json + "' is no " + c.getSimpleName().toLowerCase(Locale.ROOT));
        }
    }

    private static Object list(Type element, Object json, String at, Unknown unknown) throws InvalidDocumentException {
        if (json == null) return List.of();
        if (!(json instanceof List<?> elements)) throw new InvalidDocumentException(at, "an array is wanted");
        List<Object> list = new ArrayList<>();
        for (Object each : elements) {
            String place = at + "/" + list.size();
            if (each == null) throw new InvalidDocumentException(place, "null is not possible here");
            list.add(read(element, each, place, unknown));
        }
        return list;
    }

    private static Object map(Type key, Type value, Object json, String at, Unknown unknown) throws InvalidDocumentException {
        if (json == null) return Map.of();
        Map<Object, Object> map = new LinkedHashMap<>();
        for (Map.Entry<?, ?> member : object(json, at).entrySet()) {
            String place = at + "/" + escaped((String) member.getKey());
            if (member.getValue() == null) throw new InvalidDocumentException(place, "null is not possible here");
            map.put(Scalars.key((Class<?>) key, (String) member.getKey(), place), read(value, member.getValue(), place, unknown));
        }
        return map;
    }

    private static Map<?, ?> object(Object json, String at) throws InvalidDocumentException {
        if (json instanceof Map<?, ?> members) return members;
        throw new InvalidDocumentException(at, "an object is wanted");
    }

    private static Object oneOf(Class<?> sealed, Object json, String at, Unknown unknown) throws InvalidDocumentException {
        Object kind = object(json, at).get("kind");
        for (Class<?> permitted : sealed.getPermittedSubclasses()) if (kind(permitted).equals(kind)) return record(permitted, json, at, unknown);
        throw new InvalidDocumentException(at + "/kind", "one of " + String.join(", ", Arrays.stream(sealed.getPermittedSubclasses()).map(Documents::kind).toList()) + " is wanted");
    }

    private static Object record(Class<?> type, Object json, String at, Unknown unknown) throws InvalidDocumentException {
        Map<?, ?> members = object(json, at);
        RecordShape shape = RecordShape.of(type);
        if (unknown == Unknown.REFUSED) refuse(members, shape, at);
        List<Object> values = new ArrayList<>(shape.members().size());
        for (RecordShape.Member m : shape.members()) values.add(read(m.type(), members.get(m.name()), at + "/" + m.name(), unknown));
        try {
            return shape.constructor().newInstance(values.toArray());
        } catch (InvocationTargetException e) {
            throw new InvalidDocumentException(at, String.valueOf(e.getCause().getMessage()));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.toString(), e);
        }
    }

    private static void refuse(Map<?, ?> members, RecordShape shape, String at) throws InvalidDocumentException {
        List<String> known = shape.members().stream().map(RecordShape.Member::name).toList();
        for (Object name : members.keySet()) {
            if (!name.equals("kind") && !known.contains(name)) {
                throw new InvalidDocumentException(at + "/" + escaped((String) name), "not known here; known are " + String.join(", ", known));
            }
        }
    }

    /** @return {@code name} as a part of a JSON pointer (RFC 6901) */
    public static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}

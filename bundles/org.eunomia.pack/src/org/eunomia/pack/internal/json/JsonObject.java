package org.eunomia.pack.internal.json;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;

/**
 * An object of a document and where it stands, for reading member by member. A member of the wrong kind is refused with its pointer; what nobody asked for
 * remains as {@link #rest()}. A member that is null counts as absent.
 */
public final class JsonObject {
    private static final int MAX_SHOWN = 40;

    private final String source;
    private final String pointer;
    private final Map<String, Object> members;
    private final Set<String> read = new LinkedHashSet<>();
    private final Map<String, JsonObject> children = new LinkedHashMap<>();

    private JsonObject(String source, String pointer, Map<String, Object> members) {
        this.source = source;
        this.pointer = pointer;
        this.members = members;
    }

    /** @param pointer of the value in its document, empty for the document itself */
    @SuppressWarnings("unchecked")
    public static JsonObject of(String source, String pointer, Object value) throws OperationFailedException {
        if (value instanceof Map<?, ?> map) return new JsonObject(source, pointer, (Map<String, Object>) map);
        throw invalid(source, pointer, "expected an object, found " + shown(value), "");
    }

    public String source() {
        return source;
    }

    public String pointer() {
        return pointer;
    }

    public Set<String> names() {
        return members.keySet();
    }

    public boolean has(String name) {
        return members.get(name) != null;
    }

    /** The value as it stands, null when it is absent. */
    public Object raw(String name) {
        read.add(name);
        return members.get(name);
    }

    public String text(String name) throws OperationFailedException {
        return raw(name) instanceof String s ? s : wrong(name, "a text");
    }

    public String text(String name, String otherwise) throws OperationFailedException {
        return has(name) ? text(name) : otherwise;
    }

    public boolean flag(String name, boolean otherwise) throws OperationFailedException {
        if (!has(name)) return otherwise;
        return raw(name) instanceof Boolean b ? b : wrong(name, "true or false");
    }

    public int number(String name, int least, int most) throws OperationFailedException {
        if (raw(name) instanceof Long n && n >= least && n <= most) return n.intValue();
        return wrong(name, "a whole number from " + least + " to " + most);
    }

    public int number(String name, int least, int most, int otherwise) throws OperationFailedException {
        return has(name) ? number(name, least, most) : otherwise;
    }

    /** A number of 64 bits, with or without sign. */
    public long bits(String name, long otherwise) throws OperationFailedException {
        return has(name) ? bits(name, raw(name)) : otherwise;
    }

    /** @param value that of the member or an element in it */
    public long bits(String name, Object value) throws OperationFailedException {
        if (value instanceof Long n) return n;
        if (value instanceof BigInteger n && n.signum() > 0 && n.bitLength() <= 64) return n.longValue();
        throw invalid(name, "expected a whole number of 64 bits, found " + shown(value), "");
    }

    public List<Object> list(String name) throws OperationFailedException {
        if (!has(name)) {
            read.add(name);
            return List.of();
        }
        return raw(name) instanceof List<?> list ? new ArrayList<>(list) : wrong(name, "an array");
    }

    public List<String> texts(String name) throws OperationFailedException {
        List<String> texts = new ArrayList<>();
        for (Object item : list(name)) {
            if (!(item instanceof String s)) throw invalid(name + "/" + texts.size(), "expected a text, found " + shown(item), "");
            texts.add(s);
        }
        return texts;
    }

    public List<JsonObject> objects(String name) throws OperationFailedException {
        List<JsonObject> objects = new ArrayList<>();
        for (Object item : list(name)) objects.add(of(source, at(name) + "/" + objects.size(), item));
        return objects;
    }

    public JsonObject object(String name) throws OperationFailedException {
        JsonObject child = of(source, at(name), has(name) ? raw(name) : wrong(name, "an object"));
        children.put(name, child);
        return child;
    }

    /** An empty one when the member is absent. */
    public JsonObject objectOrEmpty(String name) throws OperationFailedException {
        return has(name) ? object(name) : of(source, at(name), Map.of());
    }

    /** Members that nobody asked for, without nulls. */
    public Map<String, Object> unknown() {
        Map<String, Object> unknown = new LinkedHashMap<>();
        members.forEach((name, value) -> {
            if (value != null && !read.contains(name)) unknown.put(name, value);
        });
        return unknown;
    }

    /** Members that were read as objects. */
    Map<String, JsonObject> children() {
        return children;
    }

    /** What is left of the object without all that was asked for, here and in its members. */
    public Map<String, Object> rest() {
        Map<String, Object> rest = unknown();
        children.forEach((name, child) -> {
            if (!child.rest().isEmpty()) rest.put(name, child.rest());
        });
        return rest;
    }

    /** Pointer of a member. {@code name} may be a path of its own, with slashes. */
    public String at(String name) {
        return name.isEmpty() ? pointer : pointer + "/" + name;
    }

    /** A name as a part of a pointer (RFC 6901). */
    public static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    public OperationFailedException invalid(String name, String problem, String hint) {
        return invalid(source, at(name), problem, hint);
    }

    static OperationFailedException invalid(String source, String pointer, String problem, String hint) {
        return new OperationFailedException(new Failure.PackageInvalid(source, line(pointer), line(problem), hint));
    }

    /** Text of the document is part of both, and a failure is one line. */
    private static String line(String text) {
        return text.codePoints().noneMatch(Character::isISOControl) ? text : text.codePoints()
                .mapToObj(c -> Character.isISOControl(c) ? String.format("\\u%04x", c) : Character.toString(c)).collect(Collectors.joining());
    }

    private <T> T wrong(String name, String expected) throws OperationFailedException {
        Object found = members.get(name);
        throw invalid(name, found == null ? "expected " + expected + ", but it is missing" : "expected " + expected + ", found " + shown(found), "");
    }

    /** A value in a few words. */
    public static String shown(Object value) {
        return switch (value) {
            case null -> "null";
            case String s -> "the text \"" + (s.length() > MAX_SHOWN ? s.substring(0, MAX_SHOWN) + "…" : s) + "\"";
            case Number n -> "the number " + n;
            case Boolean b -> b.toString();
            case List<?> list -> "an array";
            default -> "an object";
        };
    }
}

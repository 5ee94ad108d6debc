package org.eunomia.pack.internal.types;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.schema.Field;
import org.eunomia.core.schema.Type;
import org.eunomia.pack.internal.json.JsonObject;
import org.eunomia.pack.internal.json.Leftovers;

/** Resolves references to types by the table of a document. */
public final class TypeReader {
    private static final int MAX_DEPTH = 64;
    private static final String TOO_DEEP = "types are nested more than " + MAX_DEPTH + " deep";
    /** In one type with everything in it: what refers twice to what refers twice … grows without bound otherwise. */
    private static final int MAX_PARTS = 100_000;

    private final JsonObject table;
    private final Leftovers leftovers;
    private final Map<String, Type> known = new HashMap<>();
    private final Set<String> open = new HashSet<>();
    private final Map<Type, Extent> extents = new IdentityHashMap<>();

    /** Of a type with all that is in it. */
    private record Extent(int parts, int depth) { }

    /** @param table by key; empty when the document has none */
    public TypeReader(JsonObject table, Leftovers leftovers) {
        this.table = table;
        this.leftovers = leftovers;
    }

    /** Reads all of the table, also what nothing refers to. */
    public void check() throws OperationFailedException {
        for (String key : table.names()) keyed(key, 0);
    }

    /** The type that a member of {@code at} refers to or defines; null when it is absent. */
    public Type type(JsonObject at, String member) throws OperationFailedException {
        return at.has(member) ? type(at, member, 0) : null;
    }

    /** The name under which a schema of that type goes unless it says otherwise. */
    public static String schemaName(Object reference) {
        return reference instanceof String text ? text : "";
    }

    private Type type(JsonObject at, String member, int depth) throws OperationFailedException {
        if (depth > 3 * MAX_DEPTH) throw at.invalid(member, TOO_DEEP, "");
        Object reference = at.raw(member);
        if (!(reference instanceof String text)) return define(at.object(member), "", depth + 1);
        TypeName name = TypeName.parse(text);
        // What has to be read first may be wrong in itself, which is to be said there.
        String key = table.has(name.text()) ? name.text() : name.base();
        if (table.has(key)) keyed(key, depth + 1);
        Type type = name.resolve(n -> table.has(n) ? known.get(n) : CNames.find(n));
        if (type == null) {
            throw at.invalid(member, "there is no type \"" + (text.length() > 80 ? text.substring(0, 80) + "…" : text) + "\"", "types other than C's own stand in /types");
        }
        measure(type, at, member);
        return type;
    }

    private void keyed(String key, int depth) throws OperationFailedException {
        if (known.containsKey(key)) return;
        JsonObject definition = JsonObject.of(table.source(), table.at(JsonObject.escaped(key)), table.raw(key));
        if (!open.add(key)) throw definition.invalid("", "the type contains itself", "");
        known.put(key, define(definition, key, depth));
        open.remove(key);
    }

    private Type define(JsonObject in, String key, int depth) throws OperationFailedException {
        if (depth > 3 * MAX_DEPTH) throw in.invalid("", TOO_DEEP, "");
        TypeKind kind = kind(in);
        String c = in.text("c", kind.cName(key));
        Type type = switch (kind) {
            case STRUCT, UNION -> struct(in, c, kind == TypeKind.UNION, depth);
            case ENUM -> enumeration(in, c);
            case INT -> new Type.Int(c, power(in, 16), in.flag("signed", true));
            case CHAR -> new Type.Char(c);
            case BOOL -> new Type.Bool(c, in.number("size", 1, 16));
            case FLOAT -> new Type.Float(c, in.number("size", 1, 32));
            case POINTER -> new Type.Pointer(c, power(in, 8));
            case ARRAY -> array(in, c, depth);
        };
        leftovers.of(in);
        measure(type, in, "");
        return type;
    }

    private static TypeKind kind(JsonObject in) throws OperationFailedException {
        String word = in.text("kind", TypeKind.STRUCT.word());
        for (TypeKind kind : TypeKind.values()) if (kind.word().equals(word)) return kind;
        List<String> words = new ArrayList<>();
        for (TypeKind kind : TypeKind.values()) words.add(kind.name().toLowerCase(Locale.ROOT));
        throw in.invalid("kind", "expected one of " + String.join(", ", words) + ", found " + JsonObject.shown(word), "");
    }

    private static int power(JsonObject in, int most) throws OperationFailedException {
        int size = in.number("size", 1, most);
        if (Integer.bitCount(size) != 1) throw in.invalid("size", "expected 1, 2, 4 or 8" + (most > 8 ? " or " + most : "") + ", found " + size, "");
        return size;
    }

    private Type array(JsonObject in, String c, int depth) throws OperationFailedException {
        Type element = type(in, "of", depth + 1);
        int count = in.number("count", 0, Integer.MAX_VALUE);
        if ((long) count * element.size() > Integer.MAX_VALUE) throw in.invalid("count", "an array of more than 2 GB", "");
        return new Type.Array(in.has("c") ? c : CNames.array(element, count), element, count);
    }

    private static Type enumeration(JsonObject in, String c) throws OperationFailedException {
        List<Type.Enumerator> values = new ArrayList<>();
        for (Object item : in.list("values")) {
            String at = "values/" + values.size();
            if (!(item instanceof List<?> pair) || pair.size() != 2 || !(pair.get(0) instanceof String name)) {
                throw in.invalid(at, "expected an array of name and number, found " + JsonObject.shown(item), "");
            }
            values.add(new Type.Enumerator(name, in.bits(at + "/1", pair.get(1))));
        }
        return new Type.Enum(c, power(in, 8), in.flag("signed", false), values);
    }

    private Type struct(JsonObject in, String c, boolean union, int depth) throws OperationFailedException {
        int size = in.number("size", 0, Integer.MAX_VALUE);
        List<Field> fields = new ArrayList<>();
        for (JsonObject f : in.objects("fields")) fields.add(field(f, size, depth));
        return new Type.Struct(c, union, size, fields);
    }

    private Field field(JsonObject in, int structSize, int depth) throws OperationFailedException {
        int offset = in.number("offset", 0, structSize);
        if (!in.has("type")) throw in.invalid("type", "expected a type, but it is missing", "");
        Type type = type(in, "type", depth + 1);
        if (in.has("size") && in.number("size", 0, Integer.MAX_VALUE) != type.size()) {
            throw in.invalid("size", "expected " + type.size() + ", which is the size of the type, found " + in.raw("size"), "");
        }
        int bit = in.number("bit", 0, 7, 0);
        int bits = in.number("bits", 0, (int) Math.min(128, type.size() * 8L), 0);
        long end = offset + (bits == 0 ? type.size() : (bit + bits + 7L) / 8);
        if (end > structSize) throw in.invalid("offset", "the field ends at byte " + end + ", outside its struct of " + structSize + " bytes", "");
        Field field = new Field(in.text("name", ""), type, offset, bit, bits, in.text("comment", ""), in.text("format", ""));
        leftovers.of(in);
        return field;
    }

    private Extent measure(Type type, JsonObject at, String member) throws OperationFailedException {
        Extent done = extents.get(type);
        if (done != null) return done;
        long parts = 1;
        int depth = 0;
        switch (type) {
            case Type.Struct s -> {
                for (Field f : s.fields()) {
                    Extent inner = measure(f.type(), at, member);
                    parts += inner.parts();
                    depth = Math.max(depth, inner.depth());
                }
            }
            case Type.Array a -> {
                parts += measure(a.element(), at, member).parts();
                depth = measure(a.element(), at, member).depth();
            }
            case Type.Enum e -> parts += e.values().size();
            default -> { }
        }
        if (parts > MAX_PARTS) throw at.invalid(member, "the type has more than " + MAX_PARTS + " fields with all that is in it", "");
        if (depth == MAX_DEPTH) throw at.invalid(member, TOO_DEEP, "");
        Extent extent = new Extent((int) parts, depth + 1);
        extents.put(type, extent);
        return extent;
    }
}

package org.eunomia.pack.internal.types;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eunomia.core.schema.Field;
import org.eunomia.core.schema.Type;

/**
 * Turns types into references and collects the table of those that need a definition, in the order of their first use. What C's names and brackets say
 * needs none; types without a name are defined where they are used.
 */
public final class TypeWriter {
    /** What each text means that was given out, whether a key of the table or a name that explains itself. */
    private final Map<String, Type> meanings = new HashMap<>();
    private final Map<Type, String> texts = new HashMap<>();
    private final Map<String, Object> table = new LinkedHashMap<>();

    /** @return a text, or a definition for a type without name */
    public Object reference(Type type) {
        String text = texts.get(type);
        if (text == null) text = selfExplaining(type);
        if (text != null) return remembered(text, type);
        if (type.cName().isEmpty() || type instanceof Type.Array a && a.cName().startsWith("[")) return definition("", type);
        String key = unused(TypeKind.of(type).key(type.cName()));
        remembered(key, type);
        // The place in the table is taken before that of the members' types.
        table.put(key, Map.of());
        table.put(key, definition(key, type));
        return key;
    }

    private String remembered(String text, Type type) {
        meanings.put(text, type);
        texts.put(type, text);
        return text;
    }

    /** References that were given out so far point into it. */
    public Map<String, Object> table() {
        return table;
    }

    private String unused(String key) {
        String candidate = key;
        for (int i = 2; meanings.containsKey(candidate) || candidate.isEmpty(); i++) candidate = key + "#" + i;
        return candidate;
    }

    /** The text that a reader takes for exactly this type without a definition, or null. */
    private String selfExplaining(Type type) {
        String text = type.cName();
        if (type instanceof Type.Array a) {
            if (!a.cName().equals(CNames.array(a.element(), a.count())) || !(reference(a.element()) instanceof String element)) return null;
            TypeName name = TypeName.parse(element);
            text = a.element() instanceof Type.Array && !table.containsKey(element) ? name.inArray(a.count()) : element + "[" + (a.count() == 0 ? "" : a.count()) + "]";
        }
        if (text.isEmpty() || meanings.containsKey(text)) return null;
        return type.equals(TypeName.parse(text).resolve(name -> table.containsKey(name) ? meanings.get(name) : CNames.find(name))) ? text : null;
    }

    private Map<String, Object> definition(String key, Type type) {
        Map<String, Object> out = new LinkedHashMap<>();
        TypeKind kind = TypeKind.of(type);
        if (kind != TypeKind.STRUCT) out.put("kind", kind.word());
        String expected = type instanceof Type.Array a ? CNames.array(a.element(), a.count()) : kind.cName(key);
        if (!type.cName().equals(expected)) out.put("c", type.cName());
        switch (type) {
            case Type.Array a -> {
                out.put("of", reference(a.element()));
                out.put("count", a.count());
            }
            case Type.Char c -> { }
            default -> out.put("size", type.size());
        }
        switch (type) {
            case Type.Int i -> out.put("signed", i.signed());
            case Type.Enum e -> {
                out.put("signed", e.signed());
                out.put("values", e.values().stream().map(v -> List.of(v.name(), number(e, v.value()))).toList());
            }
            case Type.Struct s -> {
                List<Object> fields = new ArrayList<>();
                for (Field f : s.fields()) fields.add(field(f));
                out.put("fields", fields);
            }
            default -> { }
        }
        return out;
    }

    /** A reader in another language knows nothing of Java's signed longs. */
    private static Object number(Type.Enum type, long value) {
        return value < 0 && !type.signed() && type.size() == 8 ? new java.math.BigInteger(Long.toUnsignedString(value)) : (Object) value;
    }

    private Map<String, Object> field(Field f) {
        Map<String, Object> out = new LinkedHashMap<>();
        if (!f.name().isEmpty()) out.put("name", f.name());
        out.put("offset", f.offset());
        if (f.bitOffset() != 0) out.put("bit", f.bitOffset());
        if (f.bitSize() != 0) out.put("bits", f.bitSize());
        out.put("size", f.type().size());
        out.put("type", reference(f.type()));
        if (!f.comment().isEmpty()) out.put("comment", f.comment());
        if (!f.format().isEmpty()) out.put("format", f.format());
        return out;
    }
}

package org.eunomia.elf;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.schema.Field;
import org.eunomia.core.schema.Schema;
import org.eunomia.core.schema.Type;

/**
 * Turns types of BTF into layouts. Typedefs and qualifiers are resolved, the name that the author wrote is kept. Not for use by several threads.
 */
public final class TypeLayout {
    private static final int POINTER_SIZE = 8;
    private static final int MAX_DEPTH = 32;
    /** Keeps hostile type graphs, which can double at each level, from growing without bound. */
    private static final int MAX_FIELDS = 100_000;

    private final Btf btf;
    private final Map<Integer, Type> known = new HashMap<>();
    private int fields;

    public TypeLayout(Btf btf) {
        this.btf = btf;
    }

    /** @throws OperationFailedException when the type has no size (a function, a forward declaration) or contains itself */
    public Type type(int id) throws OperationFailedException {
        return type(id, 0);
    }

    /** Named by the struct's tag or the typedef, without keyword. */
    public Schema schema(int id) throws OperationFailedException {
        Type type = type(id);
        return new Schema(type.cName().replaceFirst("^(struct|union|enum) ", ""), type);
    }

    private Type type(int id, int depth) throws OperationFailedException {
        Type done = known.get(id);
        if (done != null) return done;
        if (depth > MAX_DEPTH) throw Malformed.at(".BTF type " + id, "types are nested more than " + MAX_DEPTH + " deep or contain themselves");
        BtfType target = btf.type(btf.resolve(id));
        String name = name(id);
        Type type = switch (target) {
            case BtfType.Int i when i.isBool() || (i.name().equals("_Bool") || i.name().equals("bool")) && i.size() == 1 -> new Type.Bool(name, i.size());
            case BtfType.Int i when i.size() == 1 && (i.isChar() || i.name().equals("char")) -> new Type.Char(name);
            case BtfType.Int i -> new Type.Int(name, i.size(), i.signed());
            case BtfType.Float f -> new Type.Float(name, f.size());
            case BtfType.Ptr p -> new Type.Pointer(name, POINTER_SIZE);
            case BtfType.Enum e -> enumType(name, e, id);
            case BtfType.Array a -> array(a, id, depth);
            case BtfType.Struct s -> struct(name, s, id, depth);
            case BtfType.Void v -> throw Malformed.at(".BTF type " + id, "void has no size");
            case BtfType.Fwd f -> throw Malformed.at(".BTF type " + id, "struct " + f.name() + " is only declared");
            case BtfType.Func f -> throw Malformed.at(".BTF type " + id, "a function has no size");
            case BtfType.FuncProto f -> throw Malformed.at(".BTF type " + id, "a function has no size");
            case BtfType.Var v -> type(v.type(), depth + 1);
            case BtfType.Datasec d -> throw Malformed.at(".BTF type " + id, "section " + d.name() + " is no type");
            case BtfType.DeclTag t -> throw Malformed.at(".BTF type " + id, "a tag is no type");
            case BtfType.Typedef t -> throw Malformed.at(".BTF type " + id, "unresolved");
            case BtfType.Modifier m -> throw Malformed.at(".BTF type " + id, "unresolved");
        };
        known.put(id, type);
        return type;
    }

    private Type enumType(String name, BtfType.Enum e, int id) throws OperationFailedException {
        fields += e.values().size();
        if (fields > MAX_FIELDS) throw Malformed.at(".BTF type " + id, "more than " + MAX_FIELDS + " fields");
        if (e.size() != 1 && e.size() != 2 && e.size() != 4 && e.size() != 8) throw Malformed.at(".BTF type " + id, "an enum of " + e.size() + " bytes");
        return new Type.Enum(name, e.size(), e.signed(), e.values().stream().map(v -> new Type.Enumerator(v.name(), v.value())).toList());
    }

    private Type array(BtfType.Array a, int id, int depth) throws OperationFailedException {
        Type element = type(a.element(), depth + 1);
        if ((long) element.size() * a.count() > Integer.MAX_VALUE) throw Malformed.at(".BTF type " + id, "an array of more than 2 GB");
        String inner = element.cName();
        int bracket = element instanceof Type.Array ? inner.indexOf('[') : inner.length();
        return new Type.Array(inner.substring(0, bracket) + "[" + (a.count() == 0 ? "" : a.count()) + "]" + inner.substring(bracket), element, a.count());
    }

    private Type struct(String name, BtfType.Struct s, int id, int depth) throws OperationFailedException {
        List<Field> members = new ArrayList<>(s.members().size());
        for (BtfType.Member m : s.members()) {
            if (++fields > MAX_FIELDS) throw Malformed.at(".BTF type " + id, "more than " + MAX_FIELDS + " fields");
            Field field = field(m, depth);
            long end = field.isBitField() ? field.offset() + (field.bitOffset() + field.bitSize() + 7L) / 8 : (long) field.offset() + field.type().size();
            if (end > s.size()) throw Malformed.at(".BTF type " + id, "member " + m.name() + " lies outside its struct of " + s.size() + " bytes");
            members.add(field);
        }
        return new Type.Struct(name, s.union(), s.size(), members);
    }

    private Field field(BtfType.Member m, int depth) throws OperationFailedException {
        if (m.bitOffset() < 0) throw Malformed.at(".BTF member " + m.name(), "a negative offset");
        Type type = type(m.type(), depth + 1);
        int bitOffset = m.bitOffset();
        int bitSize = m.bitSize();
        if (bitSize == 0 && btf.type(btf.resolve(m.type())) instanceof BtfType.Int i && (i.bits() < i.size() * 8 || bitOffset % 8 != 0)
                && !(type instanceof Type.Bool)) {
            // Encoding of compilers before clang 8: the integer itself says which of its bits are meant.
            bitSize = i.bits();
            bitOffset += btf.order() == ByteOrder.LITTLE_ENDIAN ? i.bitOffset() : i.size() * 8 - i.bitOffset() - i.bits();
        }
        if (bitSize > type.size() * 8 || bitSize == 0 && bitOffset % 8 != 0) {
            throw Malformed.at(".BTF member " + m.name(), bitSize + " bits at bit " + bitOffset + " of a " + type.cName());
        }
        return new Field(m.name(), type, bitOffset / 8, bitSize == 0 ? 0 : bitOffset % 8, bitSize, "", "");
    }

    /** The type as it is written in C, without the declarator's name. */
    private String name(int id) throws OperationFailedException {
        StringBuilder stars = new StringBuilder();
        for (int steps = 0; steps <= 64; steps++) {
            switch (btf.type(id)) {
                case BtfType.Modifier m -> id = m.target();
                case BtfType.Ptr p -> {
                    stars.append('*');
                    id = p.target();
                }
                case BtfType.Var v -> id = v.type();
                case BtfType.Struct s -> {
                    return spelled((s.union() ? "union " : "struct ") + s.name(), s.name(), stars);
                }
                case BtfType.Fwd f -> {
                    return spelled((f.union() ? "union " : "struct ") + f.name(), f.name(), stars);
                }
                case BtfType.Enum e -> {
                    return spelled("enum " + e.name(), e.name(), stars);
                }
                case BtfType.FuncProto f -> {
                    return "void (*)()";
                }
                case BtfType.Array a -> {
                    // A pointer to an array is no common field; which array it is shows in the element.
                    if (stars.isEmpty()) return "";
                    id = a.element();
                }
                case BtfType t -> {
                    return spelled(t.name().equals("_Bool") ? "bool" : t.name(), t.name(), stars);
                }
            }
        }
        throw Malformed.at(".BTF type " + id, "pointers and qualifiers go round in a circle or are too deep");
    }

    /** An anonymous type has no name; a pointer to one is shown as {@code void *}. */
    private static String spelled(String text, String tag, StringBuilder stars) {
        String named = tag.isEmpty() ? "" : text;
        return stars.isEmpty() ? named : (named.isEmpty() ? "void" : named) + " " + stars;
    }
}

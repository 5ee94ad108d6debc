package org.eunomia.elf;

import java.util.List;
import org.eunomia.core.OperationFailedException;

/** Writes declarations and the definitions of typedefs and enums. */
final class CDeclarations {
    private static final int MAX_DEPTH = 128;
    /** Some ten times as many as a kernel has; hostile types can double at each level. */
    private static final int MAX_DECLARATIONS = 10_000_000;
    private final Btf btf;
    private final BtfNames names;
    private final StringBuilder out;
    private CStruct structs;
    private int depth;
    private int declarations;

    CDeclarations(Btf btf, BtfNames names, StringBuilder out) {
        this.btf = btf;
        this.names = names;
        this.out = out;
    }

    void use(CStruct structs) {
        this.structs = structs;
    }

    void defineTypedef(int id, BtfType.Typedef t) throws OperationFailedException {
        out.append("typedef ").append(declaration(t.target(), names.typedef(id, t.name()), "")).append(";\n\n");
    }

    /** {@code struct tag}, as it begins a definition. */
    String declarationOfTag(int id, BtfType.Struct s) {
        return (s.union() ? "union " : "struct ") + names.tag(id, s);
    }

    void defineEnum(int id, BtfType.Enum e) {
        out.append(enumText(id, e, "")).append(";\n\n");
    }

    /** {@code enum tag { … }} with what it needs to get its size. */
    private String enumText(int id, BtfType.Enum e, String indent) {
        StringBuilder text = new StringBuilder("enum");
        if (!e.name().isEmpty()) text.append(' ').append(names.tag(id, e));
        if (e.values().isEmpty()) return text.toString();
        text.append(" {\n");
        boolean narrow = true;
        for (BtfType.Enumerator v : e.values()) {
            text.append(indent).append('\t').append(names.constant(v.name())).append(" = ").append(literal(v.value(), e)).append(",\n");
            narrow &= v.value() == (int) v.value();
        }
        text.append(indent).append('}');
        if (e.size() == 1) text.append(" __attribute__((mode(byte)))");
        else if (e.size() == 2) text.append(" __attribute__((mode(HI)))");
        else if (e.size() == 8 && narrow) text.append(" __attribute__((mode(DI)))");
        return text.toString();
    }

    private static String literal(long value, BtfType.Enum e) {
        if (value == Long.MIN_VALUE && e.signed()) return "(-9223372036854775807LL - 1)";
        if (value == (int) value || !e.signed() && value >>> 32 == 0) return Long.toString(value);
        return e.signed() ? value + "LL" : Long.toUnsignedString(value) + "ULL";
    }

    /** {@code name} declared as a type {@code id}; an anonymous struct or enum is written out, each further line behind {@code indent}. */
    String declaration(int id, String name, String indent) throws OperationFailedException {
        if (++declarations > MAX_DECLARATIONS) throw Malformed.at(".BTF", "more than " + MAX_DECLARATIONS + " declarations");
        if (++depth > MAX_DEPTH) throw Malformed.at(".BTF type " + id, "a declaration is nested too deep");
        try {
            return switch (btf.type(id)) {
                case BtfType.Void v -> join("void", name);
                case BtfType.Int i -> join(intName(i), name);
                case BtfType.Float f -> join(f.name(), name);
                case BtfType.Typedef t -> join(names.typedef(id, t.name()), name);
                case BtfType.Fwd f -> join((f.union() ? "union " : "struct ") + f.name(), name);
                case BtfType.Struct s -> join(s.name().isEmpty() ? structs.text(id, s, indent) : (s.union() ? "union " : "struct ") + names.tag(id, s), name);
                case BtfType.Enum e -> join(e.name().isEmpty() ? enumText(id, e, indent) : "enum " + names.tag(id, e), name);
                case BtfType.Ptr p -> declaration(p.target(), bindsTighter(p.target()) ? "(*" + name + ")" : "*" + name, indent);
                case BtfType.Array a -> declaration(a.element(), name + "[" + a.count() + "]", indent);
                case BtfType.FuncProto f -> declaration(f.result(), name + "(" + params(f.params(), indent) + ")", indent);
                case BtfType.Modifier m -> modified(m, name, indent);
                case BtfType.Func f -> throw Malformed.at(".BTF type " + id, "a function where a type is expected");
                case BtfType.Var v -> throw Malformed.at(".BTF type " + id, "a variable where a type is expected");
                case BtfType.Datasec d -> throw Malformed.at(".BTF type " + id, "a section where a type is expected");
                case BtfType.DeclTag t -> throw Malformed.at(".BTF type " + id, "a tag where a type is expected");
            };
        } finally {
            depth--;
        }
    }

    private static String join(String type, String name) {
        return name.isEmpty() ? type : type + " " + name;
    }

    /** Whether a declarator of that type stands behind the name, so that a pointer to it needs parentheses. */
    private boolean bindsTighter(int id) throws OperationFailedException {
        for (int steps = 0; steps < 64 && btf.type(id) instanceof BtfType.Modifier m; steps++) id = m.target();
        return btf.type(id) instanceof BtfType.Array || btf.type(id) instanceof BtfType.FuncProto;
    }

    private String modified(BtfType.Modifier m, String name, String indent) throws OperationFailedException {
        String word = switch (m.qualifier()) {
            case CONST -> "const";
            case VOLATILE -> "volatile";
            // Neither changes a layout, and a type tag would need an attribute that not every compiler knows.
            case RESTRICT, TYPE_TAG -> "";
        };
        int target = m.target();
        for (int steps = 0; steps < 64 && btf.type(target) instanceof BtfType.Modifier inner; steps++) target = inner.target();
        boolean plain = word.isEmpty() || btf.type(target) instanceof BtfType.Array || btf.type(target) instanceof BtfType.FuncProto;
        if (plain) return declaration(m.target(), name, indent);
        if (btf.type(target) instanceof BtfType.Ptr) return declaration(m.target(), join(word, name), indent);
        return word + " " + declaration(m.target(), name, indent);
    }

    private String params(List<BtfType.Param> params, String indent) throws OperationFailedException {
        if (params.isEmpty()) return "void";
        StringBuilder text = new StringBuilder();
        for (BtfType.Param p : params) {
            if (!text.isEmpty()) text.append(", ");
            text.append(p.type() == 0 ? "..." : declaration(p.type(), "", indent));
        }
        // A prototype of which only the dots are known cannot be written as such in C.
        return text.toString().equals("...") ? "" : text.toString();
    }

    private static String intName(BtfType.Int i) {
        return switch (i.name()) {
            case "__int128 unsigned", "unsigned __int128" -> "unsigned __int128";
            case "__ARRAY_SIZE_TYPE__" -> "unsigned int";
            case "bool" -> "_Bool";
            case "" -> (i.signed() ? "signed " : "unsigned ") + switch (i.size()) {
                case 1 -> "char";
                case 2 -> "short";
                case 4 -> "int";
                case 8 -> "long";
                default -> "__int128";
            };
            default -> i.name();
        };
    }
}

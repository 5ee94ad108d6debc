package org.eunomia.pack.internal.types;

import java.util.Locale;
import org.eunomia.core.schema.Type;

/** The word that a definition bears, with the C name that a table's key stands for. */
enum TypeKind {
    STRUCT("struct "), UNION("union "), ENUM("enum "), INT(""), CHAR(""), BOOL(""), FLOAT(""), POINTER(""), ARRAY("");

    private final String keyword;

    TypeKind(String keyword) {
        this.keyword = keyword;
    }

    static TypeKind of(Type type) {
        return switch (type) {
            case Type.Struct s -> s.union() ? UNION : STRUCT;
            case Type.Enum e -> ENUM;
            case Type.Int i -> INT;
            case Type.Char c -> CHAR;
            case Type.Bool b -> BOOL;
            case Type.Float f -> FLOAT;
            case Type.Pointer p -> POINTER;
            case Type.Array a -> ARRAY;
        };
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The C name of a type whose key says nothing else; a type without key has none. */
    String cName(String key) {
        return key.isEmpty() ? "" : keyword + key;
    }

    /** The key that a type of that C name would like to have. */
    String key(String cName) {
        return cName.startsWith(keyword) ? cName.substring(keyword.length()) : cName;
    }
}

package org.eunomia.pack.internal.types;

import java.util.HashMap;
import java.util.Map;
import org.eunomia.core.schema.Type;

/**
 * The C names whose type a document need not explain: C's own in the spellings of clang and gcc, and the fixed-size and POSIX names as every Linux target of
 * BPF has them. The list is part of format 1: it may grow, but no name in it may change.
 */
public final class CNames {
    public static final int POINTER_SIZE = 8;
    private static final Map<String, Type> TYPES = new HashMap<>();

    static {
        integers(true, 1, "signed char", "__s8", "s8", "int8_t");
        integers(false, 1, "unsigned char", "__u8", "u8", "uint8_t");
        integers(true, 2, "short", "short int", "__s16", "s16", "int16_t");
        integers(false, 2, "unsigned short", "short unsigned int", "__u16", "u16", "uint16_t", "__le16", "__be16", "umode_t");
        integers(true, 4, "int", "__s32", "s32", "int32_t", "pid_t");
        integers(false, 4, "unsigned int", "unsigned", "__u32", "u32", "uint32_t", "__le32", "__be32", "uid_t", "gid_t");
        integers(true, 8, "long", "long int", "long long", "long long int", "__s64", "s64", "int64_t", "ssize_t", "loff_t");
        integers(false, 8, "unsigned long", "long unsigned int", "unsigned long long", "long long unsigned int", "__u64", "u64", "uint64_t", "__le64", "__be64",
                "size_t");
        integers(true, 16, "__int128", "__int128_t");
        integers(false, 16, "unsigned __int128", "__uint128_t");
        add(new Type.Char("char"));
        add(new Type.Bool("bool", 1));
        add(new Type.Bool("_Bool", 1));
        add(new Type.Float("float", 4));
        add(new Type.Float("double", 8));
    }

    private CNames() { }

    private static void integers(boolean signed, int size, String... names) {
        for (String name : names) add(new Type.Int(name, size, signed));
    }

    private static void add(Type type) {
        TYPES.put(type.cName(), type);
    }

    /** The type of that name, or null. A name that ends in {@code *} is a pointer, as is one of a function. */
    public static Type find(String name) {
        if (name.endsWith("*") || name.endsWith(")") && name.contains("(*")) return new Type.Pointer(name, POINTER_SIZE);
        return TYPES.get(name);
    }

    /** The name of an array as C writes it: the outermost dimension stands first. */
    public static String array(Type element, int count) {
        String inner = element.cName();
        int bracket = element instanceof Type.Array ? inner.indexOf('[') : inner.length();
        if (bracket < 0) bracket = inner.length();
        return inner.substring(0, bracket) + "[" + (count == 0 ? "" : count) + "]" + inner.substring(bracket);
    }
}

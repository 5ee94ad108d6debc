package org.eunomia.toolchain.internal.flow;

import java.util.Optional;
import java.util.regex.Pattern;

/** Reading types as clang spells them. */
final class CType {
    private static final Pattern QUALIFIERS = Pattern.compile("\\b(?:const|volatile|restrict|_Atomic)\\b ?");

    private CType() { }

    /** What a pointer points to or an array consists of, for a pointer to an object; empty for anything else. */
    static Optional<String> pointee(String type) {
        String plain = plain(type);
        if (plain.endsWith("*") && !plain.contains("(*")) {
            String target = plain.substring(0, plain.length() - 1).strip();
            return target.equals("void") || target.isEmpty() ? Optional.empty() : Optional.of(target);
        }
        return Optional.empty();
    }

    /** Without qualifiers. */
    static String plain(String type) {
        return QUALIFIERS.matcher(type).replaceAll("").strip();
    }

    /** Whether values of this type can be anything, so that they tell nothing of what is in them. */
    static boolean isBytes(String type) {
        return switch (type) {
            case "char", "unsigned char", "signed char", "u8", "__u8", "s8", "__s8", "uint8_t", "int8_t", "void" -> true;
            default -> false;
        };
    }

    static boolean isArray(String type) {
        return type.endsWith("]");
    }

    /** Element type of an array. */
    static String element(String array) {
        return array.substring(0, array.indexOf('[')).strip();
    }
}

package org.eunomia.pack.internal;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.schema.Type;
import org.eunomia.pack.internal.types.CNames;
import org.eunomia.pack.internal.types.TypeName;

/** Finds types by the texts that eunomia-bpf wrote into its packages: names of C, and of LLVM. */
final class LegacyTypes {
    private static final Pattern LLVM_ARRAY = Pattern.compile("\\[([0-9]{1,9}) x (.+)]");
    private static final Map<String, Type> LLVM = Map.of("i8", new Type.Int("unsigned char", 1, false), "i16", new Type.Int("unsigned short", 2, false),
            "i32", new Type.Int("unsigned int", 4, false), "i64", new Type.Int("unsigned long long", 8, false), "i128", new Type.Int("unsigned __int128", 16, false),
            "float", new Type.Float("float", 4), "double", new Type.Float("double", 8), "ptr", new Type.Pointer("void *", 8));

    private final ObjectTypes object;

    LegacyTypes(ObjectTypes object) {
        this.object = object;
    }

    /** @param text as in {@code unsigned int}, {@code char [16]}, {@code struct key} */
    Optional<Type> c(String text) throws OperationFailedException {
        TypeName name = TypeName.parse(text.replaceAll("\\s+\\[", "[").replaceFirst("^(const |volatile )+", "").strip());
        Type base = CNames.find(name.base());
        if (base == null) base = object.named(name.base()).orElse(null);
        Type found = base;
        return Optional.ofNullable(name.resolve(n -> n.equals(name.base()) ? found : null));
    }

    /** @param text as in {@code i32}, {@code [16 x i8]} */
    static Optional<Type> llvm(String text) {
        return llvm(text.strip(), 0);
    }

    private static Optional<Type> llvm(String text, int depth) {
        if (text.endsWith("*")) return Optional.of(LLVM.get("ptr"));
        Matcher array = LLVM_ARRAY.matcher(text);
        if (!array.matches() || depth > 16) return Optional.ofNullable(LLVM.get(text));
        int count = Integer.parseInt(array.group(1));
        return llvm(array.group(2), depth + 1).filter(e -> (long) e.size() * count <= Integer.MAX_VALUE).map(e -> new Type.Array(CNames.array(e, count), e, count));
    }
}

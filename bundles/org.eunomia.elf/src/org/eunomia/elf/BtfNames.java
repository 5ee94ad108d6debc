package org.eunomia.elf;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.eunomia.core.OperationFailedException;

/** Gives each type the name it has in the header: where several types share one in C's name space, all but the first get a suffix {@code ___2}, {@code ___3} … */
final class BtfNames {
    private final Map<Integer, String> given = new HashMap<>();
    private final Map<String, Integer> tags = new HashMap<>();
    private final Map<String, Integer> identifiers = new HashMap<>();
    private final Set<String> forwards = new HashSet<>();
    /** Types that another type uses, other than through a tag of theirs. */
    private final BitSet used;
    private final boolean distinct;

    private BtfNames() {
        used = new BitSet();
        distinct = false;
    }

    /** The names that types have of themselves, be they distinct or not. */
    static BtfNames asTheyAre() {
        return new BtfNames();
    }

    BtfNames(Btf btf) throws OperationFailedException {
        distinct = true;
        used = new BitSet(btf.typeCount());
        for (int id = 1; id < btf.typeCount(); id++) {
            switch (btf.type(id)) {
                case BtfType.Struct s -> s.members().forEach(m -> used.set(Math.max(0, m.type())));
                case BtfType.Typedef t -> used.set(Math.max(0, t.target()));
                case BtfType.Array a -> used.set(Math.max(0, a.element()));
                case BtfType.Modifier m -> used.set(Math.max(0, m.target()));
                case BtfType.Ptr p -> used.set(Math.max(0, p.target()));
                case BtfType.FuncProto f -> {
                    used.set(Math.max(0, f.result()));
                    f.params().forEach(p -> used.set(Math.max(0, p.type())));
                }
                default -> { }
            }
        }
    }

    boolean isUsed(int id) {
        return used.get(id);
    }

    /** Names that the compiler brings itself. */
    static boolean isBuiltin(String name) {
        return name.startsWith("__builtin_") || name.equals("__ARRAY_SIZE_TYPE__");
    }

    /** The tag of a struct, union, enum or forward declaration. */
    String tag(int id, BtfType type) {
        if (!distinct || type instanceof BtfType.Fwd) return type.name();
        return given.computeIfAbsent(id, i -> unique(tags, type.name()));
    }

    String typedef(int id, String name) {
        return !distinct || isBuiltin(name) ? name : given.computeIfAbsent(id, i -> unique(identifiers, name));
    }

    /** Each call names one more constant. */
    String constant(String name) {
        return distinct ? unique(identifiers, name) : name;
    }

    /** Whether this is the first time that the tag is declared through a forward declaration of its own. */
    boolean firstForward(String name, boolean union) {
        return forwards.add((union ? "union " : "struct ") + name);
    }

    private static String unique(Map<String, Integer> seen, String name) {
        int count = seen.merge(name, 1, Integer::sum);
        return count == 1 ? name : name + "___" + count;
    }
}

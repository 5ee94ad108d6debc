package org.eunomia.elf;

import java.util.BitSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.spec.MapSpec;

/**
 * Which types of an object a loader, the kernel and a debugger need, and of which structs which members. Global variables and map definitions need theirs whole;
 * behind a pointer and in a prototype a struct needs its name and size, and for CO-RE the members that the program reaches for.
 */
final class BtfSelection {
    private static final int MAX_DEPTH = 256;
    /** Sections whose variables nobody looks at by type. */
    private static final Set<String> UNUSED = Set.of("license", "version", MapSpec.LOSS_SECTION);

    private final Btf btf;
    private final BitSet named = new BitSet();
    private final BitSet whole = new BitSet();
    private final Map<Integer, SortedSet<Integer>> members = new TreeMap<>();

    BtfSelection(Btf btf) {
        this.btf = btf;
    }

    boolean contains(int id) {
        return whole.get(id) || named.get(id);
    }

    /** The indices of the members that stay, in their order. */
    SortedSet<Integer> members(int id, BtfType.Struct struct) {
        if (!whole.get(id)) return members.getOrDefault(id, new TreeSet<>());
        SortedSet<Integer> all = new TreeSet<>();
        for (int i = 0; i < struct.members().size(); i++) all.add(i);
        return all;
    }

    /** Everything but what only relocations refer to. */
    void addObject() throws OperationFailedException {
        for (int id = 1; id < btf.typeCount(); id++) {
            switch (btf.type(id)) {
                case BtfType.Func f -> name(id, 0);
                case BtfType.Datasec d when !UNUSED.contains(d.name()) -> {
                    whole.set(id);
                    for (BtfType.Placement p : d.variables()) variable(d.name(), p.variable());
                }
                default -> { }
            }
        }
    }

    private void variable(String section, int id) throws OperationFailedException {
        // Of the kernel's own variables and functions only the names count.
        if (section.equals(".ksyms")) name(id, 0);
        else whole(id, 0);
        if (section.equals(".maps") && btf.type(id) instanceof BtfType.Var v) map(v.type(), 0);
    }

    /** A definition's members are pointers whose targets carry the values: arrays for numbers, key and value, and inner maps. */
    private void map(int id, int depth) throws OperationFailedException {
        check(id, depth);
        whole(id, depth);
        if (!(btf.type(btf.resolve(id)) instanceof BtfType.Struct definition)) return;
        for (BtfType.Member m : definition.members()) {
            switch (btf.type(btf.resolve(m.type()))) {
                case BtfType.Ptr p -> whole(p.target(), depth + 1);
                case BtfType.Array a when btf.type(btf.resolve(a.element())) instanceof BtfType.Ptr p -> map(p.target(), depth + 1);
                default -> { }
            }
        }
    }

    void whole(int id, int depth) throws OperationFailedException {
        check(id, depth);
        if (id == 0 || whole.get(id)) return;
        whole.set(id);
        switch (btf.type(id)) {
            case BtfType.Struct s -> {
                for (BtfType.Member m : s.members()) whole(m.type(), depth + 1);
            }
            case BtfType.Array a -> whole(a.element(), depth + 1);
            case BtfType.Typedef t -> whole(t.target(), depth + 1);
            case BtfType.Modifier m -> whole(m.target(), depth + 1);
            case BtfType.Var v -> whole(v.type(), depth + 1);
            default -> references(id, depth);
        }
    }

    private void name(int id, int depth) throws OperationFailedException {
        check(id, depth);
        if (id == 0 || contains(id)) return;
        named.set(id);
        switch (btf.type(id)) {
            case BtfType.Array a -> name(a.element(), depth + 1);
            case BtfType.Typedef t -> name(t.target(), depth + 1);
            case BtfType.Modifier m -> name(m.target(), depth + 1);
            case BtfType.Var v -> name(v.type(), depth + 1);
            default -> references(id, depth);
        }
    }

    /** What has no size of its own and only refers to others. */
    private void references(int id, int depth) throws OperationFailedException {
        switch (btf.type(id)) {
            case BtfType.Ptr p -> name(p.target(), depth + 1);
            case BtfType.Func f -> name(f.prototype(), depth + 1);
            case BtfType.FuncProto f -> {
                name(f.result(), depth + 1);
                for (BtfType.Param p : f.params()) name(p.type(), depth + 1);
            }
            default -> { }
        }
    }

    /** The type of all arrays' indices, which has to be some integer: one that stays anyway, if there is one. To be asked for last. */
    int indexType() throws OperationFailedException {
        int wanted = 0;
        for (int id = 1; id < btf.typeCount(); id++) {
            if (btf.type(id) instanceof BtfType.Int i && i.size() == 4 && i.bits() == 32 && contains(id)) return id;
            if (wanted == 0 && btf.type(id) instanceof BtfType.Array a) wanted = a.indexType();
        }
        name(wanted, 0);
        return wanted;
    }

    /** @param path indices as a relocation has them: that of an array element, then members and elements. The result is the same path in what stays */
    void addPath(int id, int[] path) throws OperationFailedException {
        name(id, 0);
        int at = btf.resolve(id);
        for (int i = 1; i < path.length; i++) {
            int next = switch (btf.type(at)) {
                case BtfType.Struct s -> {
                    if (path[i] >= s.members().size()) throw Malformed.at(".BTF.ext", "a relocation names member " + path[i] + " of struct " + s.name());
                    members.computeIfAbsent(at, k -> new TreeSet<>()).add(path[i]);
                    yield s.members().get(path[i]).type();
                }
                case BtfType.Array a -> a.element();
                default -> throw Malformed.at(".BTF.ext", "a relocation goes into type " + at + ", which has no members");
            };
            name(next, 0);
            at = btf.resolve(next);
        }
    }

    /** The path by the members that stay. */
    int[] reduced(int id, int[] path) throws OperationFailedException {
        int[] reduced = path.clone();
        int at = btf.resolve(id);
        for (int i = 1; i < path.length; i++) {
            if (btf.type(at) instanceof BtfType.Struct s) {
                reduced[i] = members(at, s).headSet(path[i]).size();
                at = btf.resolve(s.members().get(path[i]).type());
            } else if (btf.type(at) instanceof BtfType.Array a) {
                at = btf.resolve(a.element());
            }
        }
        return reduced;
    }

    private void check(int id, int depth) throws OperationFailedException {
        btf.type(id);
        if (depth > MAX_DEPTH) throw Malformed.at(".BTF type " + id, "types are nested too deep");
    }
}

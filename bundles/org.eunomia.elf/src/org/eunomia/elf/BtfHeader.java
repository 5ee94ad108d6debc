package org.eunomia.elf;

import java.io.IOException;
import java.util.BitSet;
import org.eunomia.core.OperationFailedException;

/**
 * Writes types as a C header, such as {@code vmlinux.h}: every type that has a name, in an order in which a compiler takes them, with the layout
 * that the BTF gives them. Equal in effect to {@code bpftool btf dump file … format c}. Used by one thread.
 */
public final class BtfHeader {
    private static final int UNSEEN = 0;
    private static final int OPEN = 1;
    private static final int DONE = 2;

    private final Btf btf;
    private final BtfNames names;
    private final CDeclarations c;
    private final StringBuilder out;
    /** By type id: whether its definition has been begun or written. */
    private final byte[] definition;
    /** Structs of which a forward declaration has been written. */
    private final BitSet declared;
    /** Typedefs that have been written; what they stand for may still be incomplete. */
    private final BitSet typedefs;
    private final CStruct structs;

    private BtfHeader(Btf btf, StringBuilder out) throws OperationFailedException {
        this.btf = btf;
        this.out = out;
        this.names = new BtfNames(btf);
        this.c = new CDeclarations(btf, names, out);
        this.structs = new CStruct(btf, c, out);
        c.use(structs);
        this.definition = new byte[btf.typeCount()];
        this.declared = new BitSet(btf.typeCount());
        this.typedefs = new BitSet(btf.typeCount());
    }

    /** Appends the header to {@code target}: some 3 MB for a kernel. */
    public static void write(Btf btf, Appendable target) throws OperationFailedException, IOException {
        StringBuilder out = new StringBuilder(1 << 22);
        out.append("""
                #ifndef __VMLINUX_H__
                #define __VMLINUX_H__

                #ifndef BPF_NO_PRESERVE_ACCESS_INDEX
                #pragma clang attribute push (__attribute__((preserve_access_index)), apply_to = record)
                #endif

                """);
        BtfHeader header = new BtfHeader(btf, out);
        header.all();
        header.kernelFunctions();
        out.append("""
                #ifndef BPF_NO_PRESERVE_ACCESS_INDEX
                #pragma clang attribute pop
                #endif

                #endif /* __VMLINUX_H__ */
                """);
        target.append(out);
    }

    private void all() throws OperationFailedException {
        for (int id = 1; id < btf.typeCount(); id++) define(id, 0);
    }

    /** Functions of the kernel that programs may call, which are those with a tag; weak, since other kernels may lack them. */
    private void kernelFunctions() throws OperationFailedException {
        out.append("""
                #ifndef BPF_NO_KFUNC_PROTOTYPES
                #ifndef __ksym
                #define __ksym __attribute__((section(".ksyms")))
                #endif
                #ifndef __weak
                #define __weak __attribute__((weak))
                #endif

                """);
        BitSet written = new BitSet(btf.typeCount());
        for (int id = 1; id < btf.typeCount(); id++) {
            if (!(btf.type(id) instanceof BtfType.DeclTag t) || !t.name().equals("bpf_kfunc") || t.component() >= 0 || written.get(t.target())) continue;
            if (!(btf.type(t.target()) instanceof BtfType.Func f) || !(btf.type(f.prototype()) instanceof BtfType.FuncProto)) continue;
            written.set(t.target());
            out.append("extern ").append(c.declaration(f.prototype(), f.name(), "")).append(" __weak __ksym;\n");
        }
        out.append("#endif\n\n");
    }

    /** Writes what has to be complete before type {@code id} can be a member or an element, and its own definition. */
    private void define(int id, int depth) throws OperationFailedException {
        BtfType type = btf.type(id);
        if (id == 0 || definition[id] == DONE) return;
        if (depth > 512) throw Malformed.at(".BTF type " + id, "types are nested too deep");
        if (definition[id] == OPEN) {
            if (type instanceof BtfType.Struct s && !s.name().isEmpty()) return;
            throw Malformed.at(".BTF type " + id, "it contains itself");
        }
        definition[id] = OPEN;
        switch (type) {
            case BtfType.Struct s -> {
                for (BtfType.Member m : s.members()) define(m.type(), depth + 1);
                if (!s.name().isEmpty()) structs.define(id, s);
            }
            case BtfType.Enum e -> {
                // An anonymous enum that something uses is written there; the others carry constants that programs want.
                if (!e.name().isEmpty() || !names.isUsed(id)) c.defineEnum(id, e);
            }
            case BtfType.Fwd f -> declare(id);
            case BtfType.Typedef t -> {
                if (!BtfNames.isBuiltin(t.name())) {
                    define(t.target(), depth + 1);
                    writeTypedef(id, t);
                }
            }
            case BtfType.Array a -> define(a.element(), depth + 1);
            case BtfType.Ptr p -> reference(p.target(), depth);
            case BtfType.Modifier m -> define(m.target(), depth + 1);
            case BtfType.FuncProto f -> {
                reference(f.result(), depth);
                for (BtfType.Param p : f.params()) reference(p.type(), depth);
            }
            case BtfType.Void v -> { }
            case BtfType.Int i -> { }
            case BtfType.Func f -> { }
            case BtfType.Var v -> { }
            case BtfType.Datasec d -> { }
            case BtfType.Float f -> { }
            case BtfType.DeclTag t -> { }
        }
        definition[id] = DONE;
    }

    private void writeTypedef(int id, BtfType.Typedef t) throws OperationFailedException {
        if (typedefs.get(id)) return;
        typedefs.set(id);
        c.defineTypedef(id, t);
    }

    /** What stands behind a pointer or in a prototype needs a name, not a definition. */
    private void reference(int id, int depth) throws OperationFailedException {
        if (id == 0) return;
        switch (btf.type(id)) {
            case BtfType.Struct s when !s.name().isEmpty() -> declare(id);
            case BtfType.Fwd f -> declare(id);
            case BtfType.Modifier m -> reference(m.target(), depth + 1);
            case BtfType.Ptr p -> reference(p.target(), depth + 1);
            case BtfType.Array a -> define(a.element(), depth + 1);
            case BtfType.Typedef t when !BtfNames.isBuiltin(t.name()) && isNamedStruct(t.target()) -> {
                declare(t.target());
                writeTypedef(id, t);
            }
            case BtfType.Typedef t when !BtfNames.isBuiltin(t.name()) && btf.type(t.target()) instanceof BtfType.Typedef -> {
                reference(t.target(), depth + 1);
                writeTypedef(id, t);
            }
            default -> define(id, depth + 1);
        }
    }

    private boolean isNamedStruct(int id) throws OperationFailedException {
        return btf.type(id) instanceof BtfType.Struct s && !s.name().isEmpty();
    }

    private void declare(int id) throws OperationFailedException {
        if (declared.get(id) || definition[id] == DONE) return;
        declared.set(id);
        BtfType type = btf.type(id);
        boolean union = type instanceof BtfType.Struct s ? s.union() : ((BtfType.Fwd) type).union();
        if (type instanceof BtfType.Fwd && !names.firstForward(type.name(), union)) return;
        out.append(union ? "union " : "struct ").append(names.tag(id, type)).append(";\n\n");
    }
}

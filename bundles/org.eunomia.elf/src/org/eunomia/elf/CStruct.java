package org.eunomia.elf;

import java.util.HashMap;
import java.util.Map;
import org.eunomia.core.OperationFailedException;

/**
 * Writes structs and unions so that a compiler lays them out as the BTF says: it goes through the members as the compiler does, fills gaps that natural
 * alignment does not explain with unnamed bit-fields, and packs what cannot be laid out naturally.
 */
final class CStruct {
    private static final long MAX_GAP_BITS = 8 << 16;
    private final Btf btf;
    private final CDeclarations c;
    private final StringBuilder out;
    /** By type id, in bytes. */
    private final Map<Integer, Integer> alignments = new HashMap<>();
    private int depth;

    CStruct(Btf btf, CDeclarations c, StringBuilder out) {
        this.btf = btf;
        this.c = c;
        this.out = out;
    }

    void define(int id, BtfType.Struct s) throws OperationFailedException {
        out.append(c.declarationOfTag(id, s)).append(body(s, "")).append(";\n\n");
    }

    /** An anonymous struct or union, written out. */
    String text(int id, BtfType.Struct s, String indent) throws OperationFailedException {
        return (s.union() ? "union" : "struct") + body(s, indent);
    }

    private String body(BtfType.Struct s, String indent) throws OperationFailedException {
        boolean packed = isPacked(s);
        String inner = indent + "\t";
        StringBuilder text = new StringBuilder(" {\n");
        long at = 0;
        long end = 0;
        for (BtfType.Member m : s.members()) {
            int bits = bitSize(m);
            long unit = 8L * size(m.type(), 0);
            if (!s.union()) {
                long natural = at;
                if (bits == 0) natural = roundUp(at, packed ? 8 : 8L * alignment(m.type(), 0));
                else if (!packed && unit > 0 && at / unit != (at + bits - 1) / unit) natural = roundUp(at, unit);
                if (natural < m.bitOffset()) fill(text, inner, at, m.bitOffset());
            }
            text.append(inner).append(c.declaration(m.type(), m.name(), inner)).append(bits > 0 ? ": " + bits : "").append(";\n");
            at = s.union() ? 0 : m.bitOffset() + (bits > 0 ? bits : unit);
            end = Math.max(end, bits > 0 ? m.bitOffset() + bits : m.bitOffset() + unit);
        }
        long size = 8L * s.size();
        if (roundUp(end, packed ? 8 : 8L * alignmentOf(s)) < size) {
            if (s.union()) text.append(inner).append("unsigned char __size[").append(s.size()).append("];\n");
            else fill(text, inner, end, size);
        }
        return text.append(indent).append(packed ? "} __attribute__((packed))" : "}").toString();
    }

    /** Unnamed bit-fields that take exactly the bits {@code from} to {@code to}. */
    private static void fill(StringBuilder text, String indent, long from, long to) throws OperationFailedException {
        if (to - from > MAX_GAP_BITS) throw Malformed.at(".BTF", "a struct with a gap of " + (to - from) / 8 + " bytes");
        long at = from;
        while (at < to) {
            String type;
            long bits;
            if (at % 8 != 0) {
                type = "char";
                bits = Math.min(8 - at % 8, to - at);
            } else {
                bits = 64;
                while (bits > 8 && (at % bits != 0 || at + bits > to)) bits /= 2;
                bits = Math.min(bits, to - at);
                type = bits == 64 ? "long" : bits == 32 ? "int" : bits == 16 ? "short" : "char";
            }
            text.append(indent).append(type).append(": ").append(bits).append(";\n");
            at += bits;
        }
    }

    private boolean isPacked(BtfType.Struct s) throws OperationFailedException {
        int natural = 1;
        for (BtfType.Member m : s.members()) {
            int bits = bitSize(m);
            int align = alignment(m.type(), 0);
            natural = Math.max(natural, align);
            if (bits == 0 && m.bitOffset() % (8L * align) != 0) return true;
            long unit = 8L * size(m.type(), 0);
            if (bits > 0 && unit > 0 && m.bitOffset() / unit != (m.bitOffset() + bits - 1) / unit) return true;
        }
        return s.size() % natural != 0;
    }

    private int bitSize(BtfType.Member m) throws OperationFailedException {
        if (m.bitSize() > 0) return m.bitSize();
        return btf.type(btf.resolve(m.type())) instanceof BtfType.Int i && i.bits() < 8 * i.size() && !i.isBool() ? i.bits() : 0;
    }

    private int alignment(int id, int level) throws OperationFailedException {
        if (level > 64) throw Malformed.at(".BTF type " + id, "types are nested too deep");
        int resolved = btf.resolve(id);
        return switch (btf.type(resolved)) {
            case BtfType.Int i -> Math.max(1, i.size());
            case BtfType.Enum e -> Math.max(1, Math.min(8, e.size()));
            case BtfType.Float f -> f.size() > 8 ? 16 : Math.max(1, f.size());
            case BtfType.Ptr p -> 8;
            case BtfType.Array a -> alignment(a.element(), level + 1);
            case BtfType.Struct s -> {
                Integer known = alignments.get(resolved);
                if (known == null) {
                    known = alignmentOf(s);
                    alignments.put(resolved, known);
                }
                yield known;
            }
            default -> 1;
        };
    }

    /** As the compiler will see the struct: 1 when it is packed. */
    private int alignmentOf(BtfType.Struct s) throws OperationFailedException {
        if (++depth > 64) throw Malformed.at(".BTF", "structs are nested too deep or contain themselves");
        try {
            if (isPacked(s)) return 1;
            int alignment = 1;
            for (BtfType.Member m : s.members()) alignment = Math.max(alignment, alignment(m.type(), 0));
            return alignment;
        } finally {
            depth--;
        }
    }

    private long size(int id, int level) throws OperationFailedException {
        if (level > 64) throw Malformed.at(".BTF type " + id, "types are nested too deep");
        return switch (btf.type(btf.resolve(id))) {
            case BtfType.Int i -> i.size();
            case BtfType.Enum e -> e.size();
            case BtfType.Float f -> f.size();
            case BtfType.Ptr p -> 8;
            case BtfType.Array a -> Math.multiplyHigh(size(a.element(), level + 1), a.count()) != 0 ? Integer.MAX_VALUE : size(a.element(), level + 1) * a.count();
            case BtfType.Struct s -> s.size();
            default -> 0;
        };
    }

    private static long roundUp(long bits, long to) {
        return (bits + to - 1) / to * to;
    }
}

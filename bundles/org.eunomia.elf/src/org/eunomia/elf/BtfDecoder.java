package org.eunomia.elf;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.eunomia.core.OperationFailedException;

/** Decodes single types: {@code struct btf_type} and what follows it. */
final class BtfDecoder {
    private static final int INT = 1;
    private static final int PTR = 2;
    private static final int ARRAY = 3;
    private static final int STRUCT = 4;
    private static final int UNION = 5;
    private static final int ENUM = 6;
    private static final int FWD = 7;
    private static final int TYPEDEF = 8;
    private static final int VOLATILE = 9;
    private static final int CONST = 10;
    private static final int RESTRICT = 11;
    private static final int FUNC = 12;
    private static final int FUNC_PROTO = 13;
    private static final int VAR = 14;
    private static final int DATASEC = 15;
    private static final int FLOAT = 16;
    private static final int DECL_TAG = 17;
    private static final int TYPE_TAG = 18;
    private static final int ENUM64 = 19;

    private BtfDecoder() { }

    private static int kind(ByteBuffer types, int at) {
        return types.getInt(at + 4) >>> 24 & 0x1f;
    }

    private static int length(ByteBuffer types, int at) {
        return types.getInt(at + 4) & 0xffff;
    }

    private static boolean flag(ByteBuffer types, int at) {
        return types.getInt(at + 4) < 0;
    }

    /** Bytes after the 12 of {@code struct btf_type}. */
    static int extraSize(ByteBuffer types, int at) throws OperationFailedException {
        int count = length(types, at);
        return switch (kind(types, at)) {
            case INT, VAR, DECL_TAG -> 4;
            case ARRAY -> 12;
            case STRUCT, UNION, DATASEC, ENUM64 -> 12 * count;
            case ENUM, FUNC_PROTO -> 8 * count;
            case PTR, FWD, TYPEDEF, VOLATILE, CONST, RESTRICT, FUNC, FLOAT, TYPE_TAG -> 0;
            default -> throw Malformed.at(".BTF type data at " + at, "kind " + kind(types, at) + " is unknown");
        };
    }

    static Class<? extends BtfType> kindClass(ByteBuffer types, int at) throws OperationFailedException {
        return switch (kind(types, at)) {
            case INT -> BtfType.Int.class;
            case PTR -> BtfType.Ptr.class;
            case ARRAY -> BtfType.Array.class;
            case STRUCT, UNION -> BtfType.Struct.class;
            case ENUM, ENUM64 -> BtfType.Enum.class;
            case FWD -> BtfType.Fwd.class;
            case TYPEDEF -> BtfType.Typedef.class;
            case VOLATILE, CONST, RESTRICT, TYPE_TAG -> BtfType.Modifier.class;
            case FUNC -> BtfType.Func.class;
            case FUNC_PROTO -> BtfType.FuncProto.class;
            case VAR -> BtfType.Var.class;
            case DATASEC -> BtfType.Datasec.class;
            case FLOAT -> BtfType.Float.class;
            case DECL_TAG -> BtfType.DeclTag.class;
            default -> throw Malformed.at(".BTF type data at " + at, "kind " + kind(types, at) + " is unknown");
        };
    }

    static BtfType decode(Btf btf, ByteBuffer in, int at, int id) throws OperationFailedException {
        String name = btf.string(in.getInt(at), "type " + id);
        int sizeOrType = in.getInt(at + 8);
        int kind = kind(in, at);
        return switch (kind) {
            case INT -> integer(name, size(sizeOrType, id), in.getInt(at + 12), id);
            case PTR -> new BtfType.Ptr(sizeOrType);
            case ARRAY -> new BtfType.Array(in.getInt(at + 12), in.getInt(at + 16), size(in.getInt(at + 20), id));
            case STRUCT, UNION -> new BtfType.Struct(name, kind == UNION, size(sizeOrType, id), members(btf, in, at, id));
            case ENUM, ENUM64 -> new BtfType.Enum(name, size(sizeOrType, id), flag(in, at), enumerators(btf, in, at, id, kind == ENUM64));
            case FWD -> new BtfType.Fwd(name, flag(in, at));
            case TYPEDEF -> new BtfType.Typedef(name, sizeOrType);
            case VOLATILE -> new BtfType.Modifier(BtfType.Qualifier.VOLATILE, name, sizeOrType);
            case CONST -> new BtfType.Modifier(BtfType.Qualifier.CONST, name, sizeOrType);
            case RESTRICT -> new BtfType.Modifier(BtfType.Qualifier.RESTRICT, name, sizeOrType);
            case TYPE_TAG -> new BtfType.Modifier(BtfType.Qualifier.TYPE_TAG, name, sizeOrType);
            case FUNC -> new BtfType.Func(name, sizeOrType, length(in, at));
            case FUNC_PROTO -> new BtfType.FuncProto(sizeOrType, params(btf, in, at, id));
            case VAR -> new BtfType.Var(name, sizeOrType, in.getInt(at + 12));
            case DATASEC -> new BtfType.Datasec(name, size(sizeOrType, id), placements(in, at));
            case FLOAT -> new BtfType.Float(name, size(sizeOrType, id));
            case DECL_TAG -> new BtfType.DeclTag(name, sizeOrType, in.getInt(at + 12));
            default -> throw Malformed.at(".BTF type " + id, "kind " + kind + " is unknown");
        };
    }

    private static int size(int size, int id) throws OperationFailedException {
        if (size < 0) throw Malformed.at(".BTF type " + id, "a size of " + Integer.toUnsignedString(size));
        return size;
    }

    private static BtfType integer(String name, int size, int data, int id) throws OperationFailedException {
        int bits = data & 0xff;
        if (size > 16 || Integer.bitCount(size) != 1 || bits > size * 8) throw Malformed.at(".BTF type " + id, "an integer of " + bits + " bits in " + size + " bytes");
        int encoding = data >>> 24 & 0xf;
        return new BtfType.Int(name, size, (encoding & 1) != 0, (encoding & 2) != 0, (encoding & 4) != 0, data >>> 16 & 0xff, bits);
    }

    private static List<BtfType.Member> members(Btf btf, ByteBuffer in, int at, int id) throws OperationFailedException {
        int count = length(in, at);
        boolean bitFields = flag(in, at);
        List<BtfType.Member> members = new ArrayList<>(count);
        for (int i = 0, m = at + 12; i < count; i++, m += 12) {
            int offset = in.getInt(m + 8);
            members.add(new BtfType.Member(btf.string(in.getInt(m), "type " + id), in.getInt(m + 4), bitFields ? offset & 0xffffff : offset,
                    bitFields ? offset >>> 24 : 0));
        }
        return members;
    }

    private static List<BtfType.Enumerator> enumerators(Btf btf, ByteBuffer in, int at, int id, boolean wide) throws OperationFailedException {
        int count = length(in, at);
        boolean signed = flag(in, at);
        List<BtfType.Enumerator> values = new ArrayList<>(count);
        for (int i = 0, e = at + 12; i < count; i++, e += wide ? 12 : 8) {
            long low = in.getInt(e + 4);
            // Before kernel 6.0 nothing told signed enums from unsigned ones, and compilers left the flag clear: such values read as they are stored.
            long value = wide ? (low & 0xffffffffL) | (long) in.getInt(e + 8) << 32 : signed ? low : low & 0xffffffffL;
            values.add(new BtfType.Enumerator(btf.string(in.getInt(e), "type " + id), value));
        }
        return values;
    }

    private static List<BtfType.Param> params(Btf btf, ByteBuffer in, int at, int id) throws OperationFailedException {
        int count = length(in, at);
        List<BtfType.Param> params = new ArrayList<>(count);
        for (int i = 0, p = at + 12; i < count; i++, p += 8) params.add(new BtfType.Param(btf.string(in.getInt(p), "type " + id), in.getInt(p + 4)));
        return params;
    }

    private static List<BtfType.Placement> placements(ByteBuffer in, int at) {
        int count = length(in, at);
        List<BtfType.Placement> variables = new ArrayList<>(count);
        for (int i = 0, v = at + 12; i < count; i++, v += 12) variables.add(new BtfType.Placement(in.getInt(v), in.getInt(v + 4), in.getInt(v + 8)));
        return variables;
    }
}

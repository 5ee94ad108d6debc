package org.eunomia.elf;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.eunomia.core.OperationFailedException;

/** Writes a selection of types as BTF: in the old order, with new ids and only the strings that are used. */
final class BtfWriter {
    private final Btf btf;
    private final BtfSelection selection;
    private final int indexType;
    private final int[] ids;
    private final ByteArrayOutputStream types = new ByteArrayOutputStream();
    private final ByteArrayOutputStream strings = new ByteArrayOutputStream();
    private final Map<String, Integer> offsets = new HashMap<>();

    BtfWriter(Btf btf, BtfSelection selection) throws OperationFailedException {
        this.btf = btf;
        this.selection = selection;
        this.indexType = selection.indexType();
        this.ids = new int[btf.typeCount()];
        for (int id = 1, next = 1; id < ids.length; id++) if (selection.contains(id)) ids[id] = next++;
        strings.write(0);
    }

    /** The new id of a type that was selected; 0 for {@code void}. */
    int id(int old) {
        return ids[old];
    }

    /** The offset of a text, which is put in when it is new. */
    int string(String text) {
        if (text.isEmpty()) return 0;
        return offsets.computeIfAbsent(text, t -> {
            int at = strings.size();
            strings.writeBytes(t.getBytes(StandardCharsets.UTF_8));
            strings.write(0);
            return at;
        });
    }

    void types() throws OperationFailedException {
        for (int id = 1; id < ids.length; id++) {
            if (!selection.contains(id)) continue;
            BtfType type = btf.type(id);
            ByteBuffer raw = btf.raw(id);
            ByteBuffer out = ByteBuffer.allocate(raw.limit()).order(raw.order());
            out.put(raw.duplicate()).flip();
            out.putInt(0, string(type.name()));
            int end = references(type, id, raw, out);
            types.write(out.array(), 0, end);
        }
    }

    /** Puts new ids and strings into a type that is otherwise a copy. @return where it ends */
    private int references(BtfType type, int id, ByteBuffer raw, ByteBuffer out) throws OperationFailedException {
        return switch (type) {
            case BtfType.Struct s -> members(s, id, raw, out);
            case BtfType.Array a -> out.putInt(12, id(a.element())).putInt(16, id(indexType)).limit();
            case BtfType.Enum e -> {
                int size = (raw.limit() - 12) / Math.max(1, e.values().size());
                for (int i = 0; i < e.values().size(); i++) out.putInt(12 + i * size, string(e.values().get(i).name()));
                yield out.limit();
            }
            case BtfType.FuncProto f -> {
                out.putInt(8, id(f.result()));
                for (int i = 0; i < f.params().size(); i++) out.putInt(12 + i * 8, string(f.params().get(i).name())).putInt(16 + i * 8, id(f.params().get(i).type()));
                yield out.limit();
            }
            case BtfType.Datasec d -> {
                for (int i = 0; i < d.variables().size(); i++) out.putInt(12 + i * 12, id(d.variables().get(i).variable()));
                yield out.limit();
            }
            case BtfType.Ptr p -> out.putInt(8, id(p.target())).limit();
            case BtfType.Typedef t -> out.putInt(8, id(t.target())).limit();
            case BtfType.Modifier m -> out.putInt(8, id(m.target())).limit();
            case BtfType.Func f -> out.putInt(8, id(f.prototype())).limit();
            case BtfType.Var v -> out.putInt(8, id(v.type())).limit();
            case BtfType.DeclTag t -> out.putInt(8, id(t.target())).limit();
            case BtfType.Int i -> out.limit();
            case BtfType.Float f -> out.limit();
            case BtfType.Fwd f -> out.limit();
            case BtfType.Void v -> out.limit();
        };
    }

    private int members(BtfType.Struct s, int id, ByteBuffer raw, ByteBuffer out) {
        int at = 12;
        for (int i : selection.members(id, s)) {
            BtfType.Member m = s.members().get(i);
            out.putInt(at, string(m.name())).putInt(at + 4, id(m.type())).putInt(at + 8, raw.getInt(12 + i * 12 + 8));
            at += 12;
        }
        out.putInt(4, raw.getInt(4) & 0xffff0000 | (at - 12) / 12);
        return at;
    }

    byte[] write() {
        ByteBuffer out = ByteBuffer.allocate(24 + types.size() + strings.size()).order(btf.order());
        out.putShort((short) 0xeb9f).put((byte) 1).put((byte) 0).putInt(24).putInt(0).putInt(types.size()).putInt(types.size()).putInt(strings.size());
        return out.put(types.toByteArray()).put(strings.toByteArray()).array();
    }
}

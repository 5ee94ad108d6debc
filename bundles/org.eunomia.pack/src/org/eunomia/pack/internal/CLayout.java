package org.eunomia.pack.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eunomia.core.schema.Field;
import org.eunomia.core.schema.Type;

/** Lays members out as a compiler for BPF does: each at the next multiple of its alignment. */
final class CLayout {
    private CLayout() { }

    static Type.Struct struct(String cName, List<Map.Entry<String, Type>> members) {
        List<Field> fields = new ArrayList<>();
        int offset = 0;
        int alignment = 1;
        for (Map.Entry<String, Type> m : members) {
            offset = up(offset, alignment(m.getValue()));
            alignment = Math.max(alignment, alignment(m.getValue()));
            fields.add(Field.of(m.getKey(), m.getValue(), offset));
            offset = Math.addExact(offset, m.getValue().size());
        }
        return new Type.Struct(cName, false, up(offset, alignment), fields);
    }

    private static int up(int offset, int alignment) {
        return Math.multiplyExact(Math.addExact(offset, alignment - 1) / alignment, alignment);
    }

    private static int alignment(Type type) {
        return switch (type) {
            case Type.Array a -> alignment(a.element());
            case Type.Struct s -> s.fields().stream().mapToInt(f -> alignment(f.type())).max().orElse(1);
            case Type.Float f -> Integer.highestOneBit(Math.max(1, f.size()));
            default -> Math.max(1, type.size());
        };
    }
}

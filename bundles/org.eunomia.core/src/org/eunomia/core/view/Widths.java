package org.eunomia.core.view;

import java.util.Set;
import org.eunomia.core.schema.Type;

/** How wide a column is before the first value is known: what usual values need, not what the type could hold. */
final class Widths {
    private static final Set<String> TASK_IDS = Set.of("pid", "tgid", "tid", "ppid");

    private Widths() { }

    static int of(Column column) {
        return Math.max(column.name().length(), usual(column));
    }

    private static int usual(Column column) {
        String last = column.name().substring(column.name().lastIndexOf('.') + 1);
        return switch (column.format()) {
            case IPV4, IP -> 15;
            case IPV6 -> 39;
            case PORT, PORT_BE -> 5;
            case MAC -> 17;
            case KTIME -> 13;
            case DURATION_NS, DURATION_US, DURATION_MS -> 9;
            case ERRNO -> 7;
            case SIGNAL -> 9;
            case KSTACK_ID, USTACK_ID -> 7;
            case HEX -> column.type().size() == 8 ? 18 : 6;
            case TEXT -> column.type() instanceof Type.Array a && a.count() > 0 ? Math.min(a.count(), 16) : 16;
            case BYTES, KSTACK, USTACK -> 16;
            case NUMBER -> TASK_IDS.contains(last) ? 7 : number(column.type());
        };
    }

    private static int number(Type type) {
        return switch (type) {
            case Type.Int i -> i.size() == 1 ? 3 : i.size() == 2 ? 5 : i.size() == 4 ? 6 : 10;
            case Type.Enum e -> Math.min(24, e.values().stream().mapToInt(v -> v.name().length()).max().orElse(6));
            case Type.Bool b -> 5;
            case Type.Float f -> 8;
            case Type.Char c -> 4;
            case Type.Pointer p -> 18;
            case Type.Array a -> 12;
            case Type.Struct s -> 12;
        };
    }
}

package org.eunomia.core.view;

import java.util.ArrayList;
import java.util.List;
import org.eunomia.core.schema.Field;
import org.eunomia.core.schema.Type;

/** Makes the cell of a field or a type. */
final class Cells {
    private Cells() { }

    /** Whether values of {@code type} can be shown in {@code format} at all. */
    static boolean suits(ValueFormat format, Type type) {
        boolean integer = type instanceof Type.Int && type.size() <= 8;
        boolean bytes = type instanceof Type.Array a && a.element().size() == 1;
        return switch (format) {
            case NUMBER -> true;
            case TEXT, BYTES -> bytes;
            case IPV4 -> type.size() == 4;
            case IPV6 -> type.size() == 16;
            case IP -> type.size() == 4 || type.size() == 16;
            case MAC -> type.size() == 6;
            case KSTACK, USTACK -> type instanceof Type.Array a && a.element() instanceof Type.Int i && i.size() == 8
                    || type instanceof Type.Array b && b.element() instanceof Type.Pointer;
            case PORT, PORT_BE, KTIME, DURATION_NS, DURATION_US, DURATION_MS, ERRNO, SIGNAL, KSTACK_ID, USTACK_ID -> integer;
            case HEX -> integer || type instanceof Type.Pointer || type instanceof Type.Array a && suits(format, a.element());
        };
    }

    static Cell of(Field field, List<Field> siblings, ValueFormat format) {
        if (field.isBitField()) return new BitFieldCell(field.type(), field.bitOffset(), field.bitSize());
        return switch (format) {
            case IPV4, IPV6, IP, MAC -> address(field, siblings, format);
            case KSTACK, USTACK, KSTACK_ID, USTACK_ID -> StackCell.of(field, siblings, format);
            default -> of(field.type(), format);
        };
    }

    static Cell of(Type type, ValueFormat format) {
        return switch (type) {
            case Type.Int i -> i.size() <= 8 ? new IntegerCell(i.size(), i.signed(), format) : new IntegerCell.Wide(i.signed());
            case Type.Pointer p -> new IntegerCell(p.size(), false, ValueFormat.HEX);
            case Type.Char c -> new IntegerCell(1, true, format);
            case Type.Bool b -> new SimpleCells.BoolCell(b.size());
            case Type.Float f -> f.size() == 4 || f.size() == 8 ? new SimpleCells.FloatCell(f.size()) : new BytesCell(f.size());
            case Type.Enum e -> new EnumCell(e);
            case Type.Array a -> array(a, format);
            case Type.Struct s -> StructCell.of(s);
        };
    }

    private static Cell array(Type.Array type, ValueFormat format) {
        if (type.isText() || format == ValueFormat.TEXT) return new TextCell(type.count());
        if (format == ValueFormat.BYTES && type.element().size() == 1) return new BytesCell(type.count());
        return new ArrayCell(of(type.element(), format == ValueFormat.HEX ? format : ValueFormat.NUMBER), type.element().size(), type.count());
    }

    private static Cell address(Field field, List<Field> siblings, ValueFormat format) {
        Field family = Conventions.find(siblings, "family", "af", "sa_family");
        int familyAt = family == null ? 0 : family.offset() - field.offset();
        return new Addresses.AddressCell(format, familyAt, family == null ? 0 : family.type().size(), field.type().size());
    }

    /** The members as the author sees them: those of anonymous structs and unions in line, at offsets from the outer struct. */
    static List<Field> inline(Type.Struct struct) {
        List<Field> fields = new ArrayList<>();
        for (Field f : struct.fields()) {
            if (!f.name().isEmpty() || !(f.type() instanceof Type.Struct inner)) {
                if (!f.name().isEmpty()) fields.add(f);
                continue;
            }
            for (Field i : inline(inner)) {
                fields.add(new Field(i.name(), i.type(), f.offset() + i.offset(), i.bitOffset(), i.bitSize(), i.comment(), i.format()));
            }
        }
        return fields;
    }
}

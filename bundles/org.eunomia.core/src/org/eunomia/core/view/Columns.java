package org.eunomia.core.view;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.eunomia.core.schema.Field;
import org.eunomia.core.schema.Schema;
import org.eunomia.core.schema.Type;

/**
 * The columns of a layout, in the order of its fields: nested structs flattened to {@code a.b}, members of anonymous ones in line. An
 * IPv4 and an IPv6 address that share their place in a union beside an address family make one column.
 */
public final class Columns {
    private final Schema schema;
    private final List<Column> list;
    private final Cell whole;

    /** @param whole null for rows that are never written as an object */
    Columns(Schema schema, List<Column> list, Cell whole) {
        this.schema = schema;
        this.list = List.copyOf(list);
        this.whole = whole;
    }

    public static Columns of(Schema schema) {
        List<Column> columns = new ArrayList<>();
        if (schema.type() instanceof Type.Struct struct) {
            flatten("", struct, 0, columns);
            return new Columns(schema, columns, StructCell.of(struct));
        }
        boolean raw = schema.type() instanceof Type.Array a && a.element() instanceof Type.Int i && i.size() == 1;
        Field field = Field.of(raw ? "data" : "value", schema.type(), 0);
        flatten("", new Type.Struct("", false, schema.size(), List.of(field)), 0, columns);
        return new Columns(schema, columns, StructCell.of(new Type.Struct("", false, schema.size(), List.of(field))));
    }

    private static void flatten(String prefix, Type.Struct struct, int base, List<Column> columns) {
        List<Field> fields = Cells.inline(struct);
        for (Field f : fields) {
            ValueFormat format = Conventions.format(f, fields);
            if (f.type() instanceof Type.Struct inner && format == ValueFormat.NUMBER) {
                flatten(prefix + f.name() + ".", inner, base + f.offset(), columns);
                continue;
            }
            if (format == ValueFormat.IPV4 && sharesPlace(f, fields)) continue;
            String name = format == ValueFormat.IP && sharesPlace(f, fields) ? Conventions.addressBase(f.name()) : f.name();
            columns.add(new Column(prefix + name, f, format, base + f.offset(), Cells.of(f, fields, format)));
        }
    }

    /** Whether {@code field} and the address of the other family overlay each other and a family tells which holds. */
    private static boolean sharesPlace(Field field, List<Field> fields) {
        ValueFormat other = Conventions.format(field, fields) == ValueFormat.IPV4 ? ValueFormat.IP : ValueFormat.IPV4;
        String base = Conventions.addressBase(field.name());
        return fields.stream().anyMatch(f -> f != field && f.offset() == field.offset() && Conventions.addressBase(f.name()).equals(base)
                && Conventions.format(f, fields) == other);
    }

    public Schema schema() {
        return schema;
    }

    public List<Column> list() {
        return list;
    }

    /** The whole record as a JSON object, nested as its structs are; numbers are exact. */
    public void json(ByteBuffer record, Symbols symbols, TextBuffer out) {
        whole.write(record, 0, out, symbols == Symbols.NONE ? Cell.View.JSON : new Cell.View(Cell.Style.JSON, symbols));
    }

    /** A record in the form that columns take. */
    public static ByteBuffer record(byte[] data) {
        return ByteBuffer.wrap(data).order(ByteOrder.nativeOrder());
    }
}

package org.eunomia.ide.events.internal.details;

import java.nio.ByteBuffer;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eunomia.core.Event;
import org.eunomia.core.schema.Field;
import org.eunomia.core.schema.Schema;
import org.eunomia.core.schema.Type;
import org.eunomia.core.view.Column;
import org.eunomia.core.view.Columns;
import org.eunomia.core.view.TextBuffer;
import org.eunomia.core.view.Times;

/** Takes an event apart as its source laid it out: structs within structs, arrays by their elements. */
public final class Details {
    /** More elements of one array than people look at. */
    static final int ELEMENTS = 256;

    private final ByteBuffer record;

    private Details(ByteBuffer record) {
        this.record = record;
    }

    public static List<Detail> of(Event event) {
        Details details = new Details(Columns.record(event.data()));
        List<Detail> all = new ArrayList<>(details.head(event));
        Columns columns = Columns.of(event.schema());
        if (event.schema().type() instanceof Type.Struct s) all.addAll(details.members(s, 0, "", columns));
        else columns.list().forEach(c -> all.add(details.leaf(c.name(), c.type(), "", 0, Optional.of(c))));
        return all;
    }

    private List<Detail> head(Event event) {
        TextBuffer time = new TextBuffer();
        new Times(ZoneOffset.UTC).instant(event.timeNanos(), time);
        return List.of(head("time", time.toString(), "when the record was read"), head("position", Long.toString(event.position()), "in the tracker's stream"),
                head("generation", Integer.toString(event.generation()), "of the tracker"), head("map", event.map(), "that the record came out of"),
                head("type", event.schema().name(), event.data().length + " bytes" + (event.schema().size() == event.data().length ? "" : ", of a layout of " + event.schema().size())));
    }

    private static Detail head(String name, String text, String note) {
        return new Detail(name, text, "", note, -1, 0, List.of());
    }

    private List<Detail> members(Type.Struct struct, int base, String path, Columns columns) {
        List<Detail> members = new ArrayList<>();
        for (Field f : struct.fields()) {
            int at = base + f.offset();
            if (at > record.limit()) continue;
            Optional<Column> column = columns.list().stream().filter(c -> c.offset() == at && c.type().equals(f.type()) && (c.name().equals(path + f.name()) || isAddressOf(c, f))).findFirst();
            if (column.isEmpty() && f.type() instanceof Type.Struct inner) {
                List<Detail> nested = members(inner, at, f.name().isEmpty() ? path : path + f.name() + ".", columns);
                String name = f.name().isEmpty() ? inner.union() ? "(union)" : "(struct)" : f.name();
                members.add(new Detail(name, "", inner.cName(), f.comment(), at, length(at, inner.size()), nested));
            } else {
                members.add(leaf(f.name(), f.type(), f.comment(), at, column));
            }
        }
        return members;
    }

    /** Addresses of both families in one place make one column, named by what their names share. */
    private static boolean isAddressOf(Column column, Field field) {
        String last = column.name().substring(column.name().lastIndexOf('.') + 1);
        return !field.name().isEmpty() && field.name().startsWith(last);
    }

    private Detail leaf(String name, Type type, String note, int at, Optional<Column> column) {
        TextBuffer text = new TextBuffer();
        column.or(() -> alone(type, at)).ifPresent(c -> c.text(record, text));
        int size = type.size() == 0 ? record.limit() - at : type.size();
        return new Detail(name, text.toString(), type.cName(), note, at, length(at, size), elements(type, at));
    }

    private int length(int at, int size) {
        return Math.max(0, Math.min(size, record.limit() - at));
    }

    /** A column for a value that lies somewhere in the record without one of its own. */
    private static Optional<Column> alone(Type type, int at) {
        if (type instanceof Type.Struct) return Optional.empty();
        Type.Struct around = new Type.Struct("", false, at + type.size(), List.of(Field.of("value", type, at)));
        return Columns.of(new Schema("", around)).list().stream().findFirst();
    }

    private List<Detail> elements(Type type, int at) {
        if (!(type instanceof Type.Array array) || array.isText() || array.element().size() <= 1) return List.of();
        int size = array.element().size();
        int there = Math.max(0, (record.limit() - at) / size);
        int count = Math.min(ELEMENTS, array.count() == 0 ? there : Math.min(array.count(), there));
        List<Detail> elements = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int place = at + i * size;
            String name = "[" + i + "]";
            if (array.element() instanceof Type.Struct s) {
                Type.Struct around = new Type.Struct("", false, place + size, List.of(Field.of("element", s, place)));
                elements.add(new Detail(name, "", s.cName(), "", place, size, members(s, place, "element.", Columns.of(new Schema("", around)))));
            } else {
                elements.add(leaf(name, array.element(), "", place, Optional.empty()));
            }
        }
        return elements;
    }
}

package org.eunomia.core.view;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.eunomia.core.schema.Field;
import org.eunomia.core.schema.Type;

/** A struct as an object with its members by name. */
final class StructCell implements Cell {
    private record Member(int at, Cell cell, byte[] jsonName, String name) { }

    private final List<Member> members;

    private StructCell(List<Member> members) {
        this.members = members;
    }

    static StructCell of(Type.Struct struct) {
        List<Field> fields = Cells.inline(struct);
        List<Member> members = new ArrayList<>(fields.size());
        for (Field f : fields) {
            TextBuffer name = new TextBuffer();
            Escapes.json(f.name(), name);
            members.add(new Member(f.offset(), Cells.of(f, fields, Conventions.format(f, fields)), name.put(':').cutFrom(0), f.name()));
        }
        return new StructCell(members);
    }

    @Override
    public int need() {
        return 0;
    }

    @Override
    public void write(ByteBuffer in, int at, TextBuffer out, View view) {
        out.put('{');
        boolean first = true;
        for (Member m : members) {
            if (!m.cell.fits(in, at + m.at)) continue;
            if (!first) out.put(',');
            first = false;
            if (view.isJson()) out.put(m.jsonName);
            else out.put(m.name).put('=');
            m.cell.write(in, at + m.at, out, view);
        }
        out.put('}');
    }
}

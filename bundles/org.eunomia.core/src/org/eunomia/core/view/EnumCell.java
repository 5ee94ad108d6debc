package org.eunomia.core.view;

import java.nio.ByteBuffer;
import org.eunomia.core.schema.Type;

/** An enum by name; a number that has none, as that number. */
record EnumCell(Type.Enum type) implements Cell {
    @Override
    public int need() {
        return type.size();
    }

    @Override
    public void write(ByteBuffer in, int at, TextBuffer out, View view) {
        write(type, IntegerCell.read(in, at, type.size(), type.signed()), out, view);
    }

    static void write(Type.Enum type, long number, TextBuffer out, View view) {
        for (Type.Enumerator e : type.values()) {
            if (e.value() != number) continue;
            if (view.isJson()) out.put('"').put(e.name()).put('"');
            else out.put(e.name());
            return;
        }
        if (type.signed()) out.number(number);
        else out.unsigned(number);
    }
}

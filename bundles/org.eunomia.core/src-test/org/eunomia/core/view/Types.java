package org.eunomia.core.view;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eunomia.core.schema.Field;
import org.eunomia.core.schema.Schema;
import org.eunomia.core.schema.Type;

/** Short names for the types that the tests lay out. */
final class Types {
    static final Type U8 = new Type.Int("__u8", 1, false);
    static final Type U16 = new Type.Int("__u16", 2, false);
    static final Type BE16 = new Type.Int("__be16", 2, false);
    static final Type U32 = new Type.Int("__u32", 4, false);
    static final Type S32 = new Type.Int("int", 4, true);
    static final Type U64 = new Type.Int("__u64", 8, false);
    static final Type S64 = new Type.Int("long", 8, true);
    static final Type U128 = new Type.Int("unsigned __int128", 16, false);

    private Types() { }

    static Type array(Type element, int count) {
        return new Type.Array(element.cName() + "[" + count + "]", element, count);
    }

    static Type charArray(int count) {
        return array(new Type.Char("char"), count);
    }

    /** Members one after the other: name, type, name, type … */
    static Type.Struct struct(String name, Object... namesAndTypes) {
        List<Field> fields = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < namesAndTypes.length; i += 2) {
            Type type = (Type) namesAndTypes[i + 1];
            fields.add(Field.of((String) namesAndTypes[i], type, at));
            at += type.size();
        }
        return new Type.Struct("struct " + name, false, at, fields);
    }

    static Type.Struct union(Object... namesAndTypes) {
        List<Field> fields = new ArrayList<>();
        int size = 0;
        for (int i = 0; i < namesAndTypes.length; i += 2) {
            Type type = (Type) namesAndTypes[i + 1];
            fields.add(Field.of((String) namesAndTypes[i], type, 0));
            size = Math.max(size, type.size());
        }
        return new Type.Struct("union", true, size, fields);
    }

    static Schema schema(String name, Object... namesAndTypes) {
        return new Schema(name, struct(name, namesAndTypes));
    }

    /** Bytes in host order: Byte, Short, Integer, Long by their sizes, a String with its bytes, a byte[] as it is. */
    static byte[] bytes(Object... values) {
        ByteBuffer out = ByteBuffer.allocate(4096).order(ByteOrder.nativeOrder());
        for (Object v : values) {
            switch (v) {
                case Byte b -> out.put(b);
                case Short s -> out.putShort(s);
                case Integer i -> out.putInt(i);
                case Long l -> out.putLong(l);
                case Float f -> out.putFloat(f);
                case Double d -> out.putDouble(d);
                case String s -> out.put(s.getBytes(StandardCharsets.UTF_8));
                case byte[] b -> out.put(b);
                default -> throw new IllegalArgumentException(v.toString());
            }
        }
        byte[] bytes = new byte[out.position()];
        out.flip().get(bytes);
        return bytes;
    }

    /** {@code s} filled up with NULs. */
    static byte[] chars(String s, int size) {
        return java.util.Arrays.copyOf(s.getBytes(StandardCharsets.UTF_8), size);
    }
}

package org.eunomia.elf;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Puts BTF together by hand, for what the machine's clang does not write. Types get ids from 1 on in the order of the calls. */
final class BtfBuilder {
    private final ByteArrayOutputStream types = new ByteArrayOutputStream();
    private final ByteArrayOutputStream strings = new ByteArrayOutputStream();
    private final int stringBase;

    BtfBuilder() {
        this(0);
    }

    /** @param stringBase length of the base's strings, for split BTF */
    BtfBuilder(int stringBase) {
        this.stringBase = stringBase;
        if (stringBase == 0) strings.write(0);
    }

    int string(String text) {
        int at = stringBase + strings.size();
        strings.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        strings.write(0);
        return text.isEmpty() ? 0 : at;
    }

    BtfBuilder words(int... words) {
        ByteBuffer out = ByteBuffer.allocate(words.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        for (int w : words) out.putInt(w);
        types.writeBytes(out.array());
        return this;
    }

    BtfBuilder type(String name, int kind, boolean flag, int length, int sizeOrType) {
        return words(string(name), (flag ? 1 << 31 : 0) | kind << 24 | length, sizeOrType);
    }

    BtfBuilder typedef(String name, int target) {
        return type(name, 8, false, 0, target);
    }

    BtfBuilder integer(String name, int size, int bits, int bitOffset) {
        return type(name, 1, false, 0, size).words(bitOffset << 16 | bits);
    }

    /** Members as {type, bit offset}. */
    BtfBuilder struct(String name, int size, int[]... members) {
        type(name, 4, false, members.length, size);
        for (int i = 0; i < members.length; i++) words(string("m" + i), members[i][0], members[i][1]);
        return this;
    }

    int stringLength() {
        return strings.size();
    }

    byte[] build() {
        ByteBuffer out = ByteBuffer.allocate(24 + types.size() + strings.size()).order(ByteOrder.LITTLE_ENDIAN);
        out.putShort((short) 0xeb9f).put((byte) 1).put((byte) 0).putInt(24).putInt(0).putInt(types.size()).putInt(types.size()).putInt(strings.size());
        return out.put(types.toByteArray()).put(strings.toByteArray()).array();
    }
}

package org.eunomia.core.view;

import java.nio.ByteBuffer;

/** Network addresses as text. They lie in records as on the wire. */
final class Addresses {
    static final int AF_INET = 2;

    private Addresses() { }

    static void ipv4(ByteBuffer in, int at, TextBuffer out) {
        for (int i = 0; i < 4; i++) {
            if (i > 0) out.put('.');
            out.unsigned(in.get(at + i) & 0xff);
        }
    }

    /** RFC 5952: the longest run of at least two zero groups shortened, IPv4-mapped addresses with dots. */
    static void ipv6(ByteBuffer in, int at, TextBuffer out) {
        int[] groups = new int[8];
        for (int i = 0; i < 8; i++) groups[i] = (in.get(at + 2 * i) & 0xff) << 8 | in.get(at + 2 * i + 1) & 0xff;
        if (isMapped(groups)) {
            out.put("::ffff:");
            ipv4(in, at + 12, out);
            return;
        }
        int from = 8;
        int count = 1;
        for (int i = 0; i < 8; i++) {
            int n = 0;
            while (i + n < 8 && groups[i + n] == 0) n++;
            if (n <= count) continue;
            from = i;
            count = n;
        }
        for (int i = 0; i < 8; i++) {
            if (i == from) {
                out.put("::");
                i += count - 1;
                continue;
            }
            if (i > 0 && i != from + count) out.put(':');
            out.hex(groups[i]);
        }
    }

    private static boolean isMapped(int[] groups) {
        for (int i = 0; i < 5; i++) if (groups[i] != 0) return false;
        return groups[5] == 0xffff;
    }

    static void mac(ByteBuffer in, int at, TextBuffer out) {
        for (int i = 0; i < 6; i++) {
            if (i > 0) out.put(':');
            out.hexByte(in.get(at + i));
        }
    }

    /** @param familyAt where the address family lies, from the address on; 0 when the layout has none */
    record AddressCell(ValueFormat format, int familyAt, int familySize, int need) implements Cell {
        @Override
        public void write(ByteBuffer in, int at, TextBuffer out, View view) {
            if (view.isJson()) out.put('"');
            if (format == ValueFormat.MAC) mac(in, at, out);
            else if (isV4(in, at)) ipv4(in, at, out);
            else ipv6(in, at, out);
            if (view.isJson()) out.put('"');
        }

        private boolean isV4(ByteBuffer in, int at) {
            if (format != ValueFormat.IP) return format == ValueFormat.IPV4;
            if (need == 4) return true;
            return familySize > 0 && at + familyAt + familySize <= in.limit()
                    && IntegerCell.read(in, at + familyAt, familySize, false) == AF_INET;
        }
    }
}

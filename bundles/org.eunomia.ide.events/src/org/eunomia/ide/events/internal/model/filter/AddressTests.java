package org.eunomia.ide.events.internal.model.filter;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.eunomia.core.view.Column;
import org.eunomia.core.view.TextBuffer;
import org.eunomia.core.view.ValueFormat;
import org.eunomia.ide.events.internal.model.Row;

/** Tests of addresses, whole or by their first bits. */
final class AddressTests {
    private static final Pattern V4 = Pattern.compile("(?:[0-9]{1,3}\\.){3}[0-9]{1,3}");
    private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:]*:[0-9a-fA-F:.]*");
    private static final Pattern MAC = Pattern.compile("[0-9a-fA-F]{2}(?::[0-9a-fA-F]{2}){5}");

    private AddressTests() { }

    static RowTest of(Column column, Operator operator, Token value) throws FilterException {
        if (!operator.isEquality()) throw new FilterException(value, "addresses have no order", "compare with ==, !=, ~ or !~, or with a network: 10.0.0.0/8");
        boolean equal = operator == Operator.EQUAL;
        int slash = value.text().indexOf('/');
        byte[] wanted = parse(slash < 0 ? value.text() : value.text().substring(0, slash), column.format())
                .orElseThrow(() -> new FilterException(value, value.shown() + " is no address", "write it as " + (column.format() == ValueFormat.MAC ? "00:1a:2b:3c:4d:5e" : "10.0.0.1, fe80::1 or 10.0.0.0/8")));
        int bits = slash < 0 ? wanted.length * 8 : bits(value, slash, wanted.length * 8);
        Function<Row, byte[]> read = reader(column);
        return row -> begins(read.apply(row), wanted, bits) == equal;
    }

    private static int bits(Token value, int slash, int most) throws FilterException {
        String text = value.text().substring(slash + 1);
        int bits = text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : -1;
        if (bits < 0 || bits > most) throw new FilterException(value, "'" + text + "' is no length of a network", "it counts bits, from 0 to " + most);
        return bits;
    }

    /** Without asking any name server. */
    private static Optional<byte[]> parse(String text, ValueFormat format) {
        if (format == ValueFormat.MAC) return MAC.matcher(text).matches() ? Optional.of(HexFormat.ofDelimiter(":").parseHex(text)) : Optional.empty();
        if (!V4.matcher(text).matches() && !V6.matcher(text).matches()) return Optional.empty();
        try {
            return Optional.of(InetAddress.getByName(text).getAddress());
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    private static Function<Row, byte[]> reader(Column column) {
        if (column.format() == ValueFormat.IP) {
            return row -> {
                TextBuffer text = row.scratch();
                column.text(row.record(), text);
                return parse(text.toString(), ValueFormat.IP).orElse(new byte[0]);
            };
        }
        return row -> {
            byte[] bytes = new byte[column.type().size()];
            row.record().get(column.offset(), bytes);
            return mapped(bytes);
        };
    }

    /** An IPv4 address in the clothes of IPv6 is compared as what it is, as {@link InetAddress} does with those of the filter. */
    private static byte[] mapped(byte[] address) {
        if (address.length != 16 || address[10] != -1 || address[11] != -1) return address;
        for (int i = 0; i < 10; i++) if (address[i] != 0) return address;
        return Arrays.copyOfRange(address, 12, 16);
    }

    private static boolean begins(byte[] address, byte[] wanted, int bits) {
        if (address.length != wanted.length) return false;
        for (int i = 0; i < bits; i += 8) {
            int mask = bits - i >= 8 ? 0xff : 0xff << 8 - (bits - i) & 0xff;
            if (((address[i / 8] ^ wanted[i / 8]) & mask) != 0) return false;
        }
        return true;
    }
}

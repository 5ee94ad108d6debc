package org.eunomia.ide.events.internal.model.filter;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import org.eunomia.core.schema.Type;
import org.eunomia.core.view.Column;
import org.eunomia.core.view.ValueFormat;

/** Tests of one field of one kind against a value. The record is known to hold the field. */
final class ColumnTests {
    private ColumnTests() { }

    static RowTest of(Column column, Operator operator, Token value) throws FilterException {
        if (operator.isMatch()) return TextTests.matches(TextTests.of(column), operator, value);
        return switch (column.format()) {
            case TEXT -> TextTests.ofField(column, operator, value);
            case IPV4, IPV6, IP, MAC -> AddressTests.of(column, operator, value);
            default -> {
                if (column.isWhole()) yield WholeTests.of(row -> column.whole(row.record()), column.isUnsigned(), operator, Literals.whole(column, value));
                if (column.type() instanceof Type.Float f && (f.size() == 4 || f.size() == 8)) yield real(column, operator, value);
                yield shown(column, operator, value);
            }
        };
    }

    private static RowTest real(Column column, Operator operator, Token value) throws FilterException {
        BigDecimal number = Literals.number(value.text()).orElseThrow(() -> new FilterException(value, value.shown() + " is no number", "write a number such as 0.5"));
        double wanted = number.doubleValue();
        boolean single = column.type().size() == 4;
        double comparable = single ? (float) wanted : wanted;
        return row -> {
            ByteBuffer record = row.record();
            double found = single ? record.getFloat(column.offset()) : record.getDouble(column.offset());
            if (Double.isNaN(found)) return operator == Operator.UNEQUAL;
            return operator.holds(Double.compare(found + 0.0, comparable + 0.0));
        };
    }

    private static RowTest shown(Column column, Operator operator, Token value) throws FilterException {
        if (!operator.isEquality()) throw new FilterException(value, column.name() + " (" + column.type().cName() + ") has no order", "compare with ==, !=, ~ or !~");
        boolean bytes = column.format() == ValueFormat.BYTES && value.text().startsWith("0x");
        return TextTests.shown(TextTests.of(column), operator, bytes ? new Token(value.kind(), value.text().substring(2).toLowerCase(), value.at(), value.length()) : value);
    }
}

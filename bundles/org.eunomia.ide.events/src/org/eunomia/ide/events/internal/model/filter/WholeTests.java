package org.eunomia.ide.events.internal.model.filter;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.function.ToLongFunction;
import org.eunomia.core.view.Column;
import org.eunomia.ide.events.internal.model.Row;

/** Tests of whole numbers. */
final class WholeTests {
    private static final BigInteger TOP = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

    private WholeTests() { }

    /** Two columns; both are there. */
    static RowTest of(Column left, Operator operator, Column right) {
        boolean unsigned = left.isUnsigned() && right.isUnsigned();
        return row -> {
            long a = left.whole(row.record());
            long b = right.whole(row.record());
            return operator.holds(unsigned ? Long.compareUnsigned(a, b) : Long.compare(a, b));
        };
    }

    /** {@code wanted} may be any number, also one that no value can be. */
    static RowTest of(ToLongFunction<Row> value, boolean unsigned, Operator operator, BigDecimal wanted) {
        BigInteger floor = wanted.setScale(0, RoundingMode.FLOOR).toBigInteger();
        BigInteger ceiling = wanted.setScale(0, RoundingMode.CEILING).toBigInteger();
        return switch (operator) {
            case EQUAL -> floor.equals(ceiling) ? equal(value, unsigned, floor) : RowTest.NOTHING;
            case UNEQUAL -> {
                RowTest equal = floor.equals(ceiling) ? equal(value, unsigned, floor) : RowTest.NOTHING;
                yield row -> !equal.test(row);
            }
            case LESS -> atMost(value, unsigned, ceiling.subtract(BigInteger.ONE));
            case AT_MOST -> atMost(value, unsigned, floor);
            case MORE -> atLeast(value, unsigned, floor.add(BigInteger.ONE));
            case AT_LEAST -> atLeast(value, unsigned, ceiling);
            case MATCHES, MATCHES_NOT -> throw new IllegalArgumentException(operator.toString());
        };
    }

    private static BigInteger least(boolean unsigned) {
        return unsigned ? BigInteger.ZERO : BigInteger.valueOf(Long.MIN_VALUE);
    }

    private static BigInteger most(boolean unsigned) {
        return unsigned ? TOP : BigInteger.valueOf(Long.MAX_VALUE);
    }

    private static RowTest equal(ToLongFunction<Row> value, boolean unsigned, BigInteger wanted) {
        if (wanted.compareTo(least(unsigned)) < 0 || wanted.compareTo(most(unsigned)) > 0) return RowTest.NOTHING;
        long bits = wanted.longValue();
        return row -> value.applyAsLong(row) == bits;
    }

    private static RowTest atMost(ToLongFunction<Row> value, boolean unsigned, BigInteger bound) {
        if (bound.compareTo(least(unsigned)) < 0) return RowTest.NOTHING;
        if (bound.compareTo(most(unsigned)) >= 0) return RowTest.ALL;
        long bits = bound.longValue();
        return unsigned ? row -> Long.compareUnsigned(value.applyAsLong(row), bits) <= 0 : row -> value.applyAsLong(row) <= bits;
    }

    private static RowTest atLeast(ToLongFunction<Row> value, boolean unsigned, BigInteger bound) {
        if (bound.compareTo(least(unsigned)) <= 0) return RowTest.ALL;
        if (bound.compareTo(most(unsigned)) > 0) return RowTest.NOTHING;
        long bits = bound.longValue();
        return unsigned ? row -> Long.compareUnsigned(value.applyAsLong(row), bits) >= 0 : row -> value.applyAsLong(row) >= bits;
    }
}

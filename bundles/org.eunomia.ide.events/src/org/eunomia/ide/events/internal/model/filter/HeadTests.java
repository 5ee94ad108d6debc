package org.eunomia.ide.events.internal.model.filter;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.eunomia.ide.events.internal.model.HeadColumn;
import org.eunomia.ide.events.internal.model.Row;

/** Tests of what events have besides their records. */
final class HeadTests {
    private static final long SECOND = 1_000_000_000L;
    private static final long DAY = 86_400 * SECOND;

    private HeadTests() { }

    static RowTest of(HeadColumn column, Operator operator, Token value) throws FilterException {
        if (operator.isMatch()) return TextTests.matches(column::text, operator, value);
        return switch (column) {
            case TIME -> time(operator, value);
            case GENERATION, POSITION -> number(column, operator, value);
            case HOST, TRACKER, TYPE, MAP -> TextTests.shown(column::text, operator, value);
        };
    }

    private static RowTest number(HeadColumn column, Operator operator, Token value) throws FilterException {
        BigDecimal wanted = Literals.number(value.text()).orElseThrow(() -> new FilterException(value, value.shown() + " is no number", "write a number such as 42"));
        return WholeTests.of(column::sortKey, false, operator, wanted);
    }

    /** A time of day in the zone of this host, or a moment. */
    private static RowTest time(Operator operator, Token value) throws FilterException {
        try {
            if (value.text().indexOf('T') > 0) {
                Instant moment = Instant.parse(value.text());
                return WholeTests.of(Row::timeNanos, false, operator, BigDecimal.valueOf(moment.getEpochSecond()).multiply(BigDecimal.valueOf(SECOND)).add(BigDecimal.valueOf(moment.getNano())));
            }
            long nanos = LocalTime.parse(value.text()).toNanoOfDay();
            ZoneId zone = ZoneId.systemDefault();
            return WholeTests.of(row -> ofDay(row.timeNanos(), zone), false, operator, BigDecimal.valueOf(nanos));
        } catch (DateTimeParseException e) {
            throw new FilterException(value, value.shown() + " is no time", "write a time of day such as 18:00 or 18:00:05.250, or a moment such as 2026-11-23T18:00:00Z");
        }
    }

    private static long ofDay(long timeNanos, ZoneId zone) {
        long offset = zone.getRules().getOffset(Instant.ofEpochSecond(Math.floorDiv(timeNanos, SECOND))).getTotalSeconds();
        return Math.floorMod(timeNanos + offset * SECOND, DAY);
    }
}

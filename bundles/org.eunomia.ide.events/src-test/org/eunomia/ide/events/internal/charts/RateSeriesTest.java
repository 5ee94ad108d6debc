package org.eunomia.ide.events.internal.charts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RateSeriesTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void countsPerSlotAndKnowsNothingOfTheTimeBefore() {
        RateSeries rates = new RateSeries(10, SECOND);
        assertTrue(rates.isEmpty());
        rates.add(100 * SECOND + 5);
        rates.add(100 * SECOND + 999_999_999);
        rates.add(102 * SECOND);
        assertArrayEquals(new double[] { Double.NaN, 2, 0, 1, 0 }, rates.perSecond(103 * SECOND, 5));
    }

    @Test
    void givesEventsPerSecondWhateverASlotIsLong() {
        RateSeries rates = new RateSeries(10, SECOND / 4);
        rates.add(SECOND);
        rates.add(SECOND);
        assertArrayEquals(new double[] { 8 }, rates.perSecond(SECOND, 1));
    }

    @Test
    void forgetsWhatIsOlderThanItsSlotsAndTakesLateEvents() {
        RateSeries rates = new RateSeries(3, SECOND);
        rates.add(10 * SECOND);
        rates.add(12 * SECOND);
        rates.add(11 * SECOND);
        rates.add(9 * SECOND);
        assertArrayEquals(new double[] { 1, 1, 1 }, rates.perSecond(12 * SECOND, 3));
        rates.add(14 * SECOND);
        assertArrayEquals(new double[] { 0, 0, 1, 0, 1 }, rates.perSecond(14 * SECOND, 5));
        rates.add(1000 * SECOND);
        assertArrayEquals(new double[] { 0, 0, 1 }, rates.perSecond(1000 * SECOND, 3));
    }
}

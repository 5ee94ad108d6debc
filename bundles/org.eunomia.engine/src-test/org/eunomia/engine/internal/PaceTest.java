package org.eunomia.engine.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PaceTest {
    private final Pace pace = new Pace();

    @Test
    void sleepsInTheKernelOnceADrainFindsNothing() {
        assertTrue(pace.idle());
        pace.drained(0.001, 0);
        assertFalse(pace.idle());
        pace.drained(0, 0);
        assertTrue(pace.idle());
    }

    @Test
    void waitsForRareRecordsOneByOne() {
        pace.drained(0.001, Pace.RARE_NANOS);
        assertTrue(pace.idle());
        pace.drained(0.001, Pace.RARE_NANOS / 2);
        assertFalse(pace.idle());
    }

    @Test
    void growsToTheLongestPauseWhileBuffersStayEmpty() {
        for (int i = 0; i < 5; i++) pace.drained(0.01, 0);
        assertEquals(Pace.LONGEST_NANOS, pace.nanos());
    }

    @Test
    void neverPausesWhileABufferIsNearlyFull() {
        for (int i = 0; i < 5; i++) pace.drained(0.9, 0);
        assertEquals(0, pace.nanos());
    }

    /** A buffer that fills at a steady rate is looked at when it is about an eighth full. */
    @Test
    void settlesAtAnEighth() {
        double fillsPerMilli = 0.03;
        pace.drained(0.01, 0);
        for (int i = 0; i < 20; i++) pace.drained(pace.nanos() / 1e6 * fillsPerMilli, 0);
        assertEquals(0.125, pace.nanos() / 1e6 * fillsPerMilli, 0.02);
    }
}

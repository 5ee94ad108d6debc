package org.eunomia.ide.core.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimespanTest {
    @ParameterizedTest
    @CsvSource({"10s,10000", "500ms,500", "2m,120000", "1h,3600000", "1.5s,1500", "7,7000", "3 min,180000"})
    void readsWhatTheCommandLineTakes(String text, long millis) {
        assertEquals(Duration.ofMillis(millis), Timespan.parse(text));
    }

    @Test
    void nothingIsNoEnd() {
        assertEquals(Duration.ZERO, Timespan.parse("  "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0s", "-1s", "1d", "ten", "1e3s", "."})
    void refusesTheRest(String text) {
        assertThrows(IllegalArgumentException.class, () -> Timespan.parse(text));
    }
}

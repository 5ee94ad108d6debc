package org.eunomia.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
    @Test
    void putsTheFewestTyposFirst() {
        assertEquals(List.of("target_pid", "target_tid"), Nearest.to("taget_pid", List.of("target_tid", "verbose", "target_pid")));
    }

    @Test
    void findsANameByAPartOfIt() {
        assertEquals(List.of("target_pid"), Nearest.to("pid", List.of("target_pid", "min_us")));
    }

    @Test
    void staysSilentWhenNothingIsNear() {
        assertEquals(List.of(), Nearest.to("colour", List.of("target_pid", "min_us")));
    }
}

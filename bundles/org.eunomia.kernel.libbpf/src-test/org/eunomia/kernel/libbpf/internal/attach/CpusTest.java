package org.eunomia.kernel.libbpf.internal.attach;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class CpusTest {
    @Test
    void readsRangesAndSingles() {
        assertEquals(List.of(0, 1, 2, 5, 7, 8), Cpus.parse("0-2,5,7-8\n"));
    }
}

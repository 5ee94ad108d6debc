package org.eunomia.kernel.libbpf.internal.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.eunomia.kernel.libbpf.internal.load.MapDefaults.Entries;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MapDefaultsTest {
    private static final int PAGE = 4096;
    private static final int CPUS = 4;

    @ParameterizedTest
    @CsvSource(textBlock = """
            hash,             0,      10240,  has no size of its own and gets 10240 entries
            hash,             100,    100,    ''
            percpu_array,     0,      10240,  has no size of its own and gets 10240 entries
            perf_event_array, 0,      4,      gets one slot for each of 4 CPUs
            perf_event_array, 128,    128,    ''
            ringbuf,          0,      262144, has no size of its own and gets 262144 bytes
            ringbuf,          4096,   4096,   ''
            ringbuf,          5000,   8192,   'gets 8192 bytes instead of 5000: ring buffers are powers of two of whole pages'
            ringbuf,          1,      4096,   'gets 4096 bytes instead of 1: ring buffers are powers of two of whole pages'
            task_storage,     0,      0,      ''
            """)
    void fillsInWhatTheProgramLeavesOpen(String type, int ofProgram, int count, String why) {
        assertEquals(new Entries(count, why), MapDefaults.entries(type, ofProgram, Optional.empty(), PAGE, CPUS));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            hash,    100,  7,       7
            hash,    0,    7,       7
            ringbuf, 4096, 1048576, 1048576
            """)
    void prefersWhatTheUserAskedFor(String type, int ofProgram, int asked, int count) {
        assertEquals(new Entries(count, ""), MapDefaults.entries(type, ofProgram, Optional.of(asked), PAGE, CPUS));
    }
}

package org.eunomia.tests.kernel.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Optional;
import org.eunomia.kernel.FeatureProbe;
import org.eunomia.tests.kernel.kit.Kernel;
import org.eunomia.tests.kernel.kit.ResidueCheck;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(ResidueCheck.class)
class FeatureProbeTest {
    private final FeatureProbe probe = Kernel.probe();

    @ParameterizedTest
    @ValueSource(strings = {"btf", "ringbuf", "hash", "perf_event_array", "tracepoint", "raw_tp", "tp_btf", "uprobe", "perf_event", "xdp", "tc"})
    void findsWhatEveryKernelInTheMatrixHas(String feature) {
        assertEquals(Optional.of(true), probe.supports(feature));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fentry", "fexit", "lsm"})
    void takesARefusedPermissionForNoAnswer(String feature) {
        assertNotEquals(Optional.of(false), probe.supports(feature));
    }

    @Test
    @Tag("vm")
    void findsKprobesAndTrampolines() {
        assertEquals(Optional.of(true), probe.supports("kprobe"));
        assertEquals(Optional.of(true), probe.supports("fentry"));
    }

    @Test
    void doesNotGuess() {
        assertEquals(Optional.empty(), probe.supports("telepathy"));
    }

    @Test
    void tellsTheRelease() {
        assertEquals(System.getProperty("os.version"), probe.release());
    }
}

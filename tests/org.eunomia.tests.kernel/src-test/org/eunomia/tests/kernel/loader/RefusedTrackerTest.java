package org.eunomia.tests.kernel.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.ServiceLoader;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.StartSpec;
import org.eunomia.core.TrackerService;
import org.eunomia.core.TrackerServiceFactory;
import org.eunomia.tests.kernel.kit.BpfPackage;
import org.eunomia.tests.kernel.kit.Kernel;
import org.eunomia.tests.kernel.kit.ResidueCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ResidueCheck.class)
class RefusedTrackerTest {
    /** Also where the kernel's log has no line numbers. */
    @Test
    void pointsToTheSourceLine() throws Exception {
        StartSpec spec = StartSpec.of(BpfPackage.build("refused", """
                struct { __uint(type, BPF_MAP_TYPE_HASH); __uint(max_entries, 16); __type(key, int); __type(value, long); } counts SEC(".maps");
                SEC("raw_tp/sched_switch") int count(void *ctx)
                {
                    int key = 1;
                    long *value = bpf_map_lookup_elem(&counts, &key);
                    *value += 1;
                    return 0;
                }
                """));
        Kernel.loader();
        try (TrackerService service = ServiceLoader.load(TrackerServiceFactory.class).findFirst().orElseThrow().open()) {
            Failure.VerifierRejected rejected = assertInstanceOf(Failure.VerifierRejected.class,
                    assertThrows(OperationFailedException.class, () -> service.start(spec)).failure());
            assertEquals("refused.bpf.c:6", Path.of(rejected.file()).getFileName() + ":" + rejected.line());
        }
    }
}

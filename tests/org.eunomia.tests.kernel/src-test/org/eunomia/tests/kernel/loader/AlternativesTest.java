package org.eunomia.tests.kernel.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eunomia.kernel.LoadedObject;
import org.eunomia.kernel.LoadedObject.ProgramInfo;
import org.eunomia.kernel.ObjectSpec;
import org.eunomia.tests.kernel.kit.BpfSource;
import org.eunomia.tests.kernel.kit.Kernel;
import org.eunomia.tests.kernel.kit.ResidueCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ResidueCheck.class)
class AlternativesTest {
    private static final byte[] TRACEPOINTS = BpfSource.compile("tracepoints", """
            SEC("tp_btf/sched_switch") int BPF_PROG(modern) { return 0; }
            SEC("raw_tp/sched_switch") int old(void *ctx) { return 0; }
            SEC("raw_tp/sched_wakeup") int other(void *ctx) { return 0; }
            """);
    private static final byte[] FUNCTIONS = BpfSource.compile("functions", """
            SEC("fentry/vfs_read") int BPF_PROG(modern) { return 0; }
            SEC("kprobe/vfs_read") int old(void *ctx) { return 0; }
            SEC("fentry/eunomia_no_such_function") int BPF_PROG(modern_missing) { return 0; }
            SEC("kprobe/eunomia_no_such_function") int old_missing(void *ctx) { return 0; }
            """);

    private static List<String> loaded(byte[] elf, Map<String, Map<String, Object>> options) throws Exception {
        try (LoadedObject object = Kernel.loader().load(new ObjectSpec("alternatives", elf, List.of(), Map.of(), options, null))) {
            return object.programs().stream().map(ProgramInfo::name).toList();
        }
    }

    @Test
    void takesOneProgramForEachTracepoint() throws Exception {
        assertEquals(List.of("modern", "other"), loaded(TRACEPOINTS, Map.of()));
    }

    @Test
    void takesTheProgramThatThisKernelCanRun() throws Exception {
        boolean trampolines = Kernel.probe().supports("fentry").equals(Optional.of(true));
        assertEquals(List.of(trampolines ? "modern" : "old", "old_missing"), loaded(FUNCTIONS, Map.of()));
    }

    @Test
    void leavesTheChoiceToTheUser() throws Exception {
        assertEquals(List.of("old", "other"), loaded(TRACEPOINTS, Map.of("modern", Map.of("load", false))));
        assertEquals(List.of("modern", "old", "other"), loaded(TRACEPOINTS, Map.of("old", Map.of("load", true))));
    }

    @Test
    void saysWhatItLeftOut() throws Exception {
        try (LoadedObject object = Kernel.loader().load(ObjectSpec.of("alternatives", TRACEPOINTS))) {
            assertEquals(List.of("left out, as other programs are for the same hooks: old"), object.notices());
        }
    }
}

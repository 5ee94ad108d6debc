package org.eunomia.kernel.libbpf.internal.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SectionNamesTest {
    private static final List<String> KNOWN = List.of("kprobe", "kretprobe", "tracepoint", "tp", "raw_tracepoint", "fentry", "xdp", "tc/ingress", "tc/egress", "cgroup/connect4");

    @Test
    void correctsTheKindAndKeepsTheRest() {
        assertEquals("did you mean tracepoint/syscalls/sys_enter_openat?", SectionNames.hint("tracepont/syscalls/sys_enter_openat", KNOWN));
    }

    @Test
    void correctsNamesThatHaveASlashThemselves() {
        assertTrue(SectionNames.hint("cgroup/conect4", KNOWN).startsWith("did you mean cgroup/connect4"));
    }

    @Test
    void listsTheUsualOnesWhenNothingIsNear() {
        assertTrue(SectionNames.hint("my_very_own_section", KNOWN).startsWith("usual ones are"));
    }
}

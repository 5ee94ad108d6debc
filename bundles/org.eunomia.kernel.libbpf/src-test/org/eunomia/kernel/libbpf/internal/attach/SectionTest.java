package org.eunomia.kernel.libbpf.internal.attach;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SectionTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            tp/syscalls/sys_enter_openat, tracepoint,    syscalls/sys_enter_openat, true
            ?kprobe/do_unlinkat,          kprobe,        do_unlinkat,               true
            fentry.s/do_unlinkat,         fentry,        do_unlinkat,               true
            raw_tp.w/sched_switch,        raw_tracepoint, sched_switch,             true
            uprobe//bin/bash:readline,    uprobe,        /bin/bash:readline,        true
            uprobe.multi.s/libc.so.6:str*, uprobe.multi, libc.so.6:str*,            true
            kprobe.multi/tcp_*,           kprobe.multi,  tcp_*,                     true
            uprobe,                       uprobe,        '',                        false
            fentry,                       fentry,        '',                        false
            perf_event,                   perf_event,    '',                        true
            xdp.frags,                    xdp,           '',                        false
            cgroup/connect4,              cgroup,        connect4,                  false
            """)
    void takesSectionsApart(String section, String kind, String target, boolean automatic) {
        assertEquals(new Section(kind, target), Section.of(section));
        assertEquals(automatic, Section.of(section).isAutomatic());
    }
}

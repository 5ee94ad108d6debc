package org.eunomia.ide.core.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SectionsTest {
    private static Section section(String name) {
        return Sections.find(name).orElseThrow();
    }

    @Test
    void findsByKindAndHook() {
        assertEquals("tracepoint", section("tp/syscalls/sys_enter_openat").programType());
        assertEquals("tracing", section("fentry/do_unlinkat").programType());
        assertEquals("xdp", section("xdp").programType());
    }

    @Test
    void prefersTheLongerName() {
        assertEquals("xdp/devmap", section("xdp/devmap").name());
        assertEquals("5.8", section("xdp/devmap").since());
    }

    @Test
    void looksBehindTheMarkOfOptionalPrograms() {
        assertEquals("kprobe", section("?kprobe/vfs_read").programType());
    }

    @Test
    void hookMayBeLeftOutWhereTheLoaderNamesIt() {
        assertFalse(section("kprobe").needsHook());
        assertTrue(section("tp").needsHook());
    }

    @Test
    void unknownNamesAreUnknown() {
        assertTrue(Sections.find("xdpp").isEmpty());
        assertTrue(Sections.find("").isEmpty());
    }

    @Test
    void everyRowIsWhole() {
        Set<String> names = new HashSet<>();
        for (Section section : Sections.all()) {
            assertTrue(names.add(section.name()), section.name());
            assertTrue(section.since().matches("\\d+\\.\\d+"), section.name());
            assertTrue(section.programType().isEmpty() || section.programType().equals("ext") || ProgramTypes.ALL.contains(section.programType()), section.name());
            assertFalse(section.description().isEmpty(), section.name());
        }
    }
}

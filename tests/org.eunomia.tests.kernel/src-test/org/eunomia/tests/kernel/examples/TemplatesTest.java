package org.eunomia.tests.kernel.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.eunomia.toolchain.BuildResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TemplatesTest {
    @TempDir
    Path folder;

    static List<String> templates() throws Exception {
        return Templates.names();
    }

    @Test
    void thereIsOneForEachKindOfTracker() throws Exception {
        assertEquals(List.of("cgroup", "empty", "fentry", "histogram", "iterator", "kprobe", "lsm", "perf_event", "tc", "tracepoint", "uprobe", "xdp"),
                Templates.names());
    }

    @ParameterizedTest
    @MethodSource("templates")
    void buildsWithoutWarningOrOpenQuestion(String template) throws Exception {
        BuildResult built = Templates.build(template, folder);
        assertEquals(List.of(), built.diagnostics());
        assertEquals(List.of(), built.notices());
        assertEquals("GPL", built.pack().license());
        assertTrue(built.pack().description().startsWith(template), built.pack().description());
    }

    @ParameterizedTest
    @MethodSource("templates")
    void isDescribed(String template) throws Exception {
        Properties description = Templates.description(template);
        for (String key : List.of("title", "description", "kernel")) assertFalse(description.getProperty(key, "").isBlank(), key);
        boolean hooked = Templates.source(template).contains("@HOOK@");
        for (String key : List.of("hook", "hook.title", "hook.kind")) assertEquals(hooked, description.containsKey(key), key);
    }
}

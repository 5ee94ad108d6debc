package org.eunomia.tests.kernel.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.eunomia.core.spec.Package;
import org.eunomia.toolchain.BuildResult;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TemplatesTest {
    @RegisterExtension
    final Trackers trackers = new Trackers();

    @TempDir
    Path folder;

    static List<String> templates() throws Exception {
        try (Stream<Path> folders = Files.list(Scaffold.templates())) {
            return folders.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void thereIsOneForEachKindOfTracker() throws Exception {
        assertEquals(List.of("cgroup", "empty", "fentry", "histogram", "iterator", "kprobe", "lsm", "perf_event", "tc", "tracepoint", "uprobe", "xdp"),
                templates());
    }

    @ParameterizedTest
    @MethodSource("templates")
    void buildsWithoutWarningOrOpenQuestion(String template) throws Exception {
        BuildResult built = build(template);
        assertEquals(List.of(), built.diagnostics());
        assertEquals(List.of(), built.notices());
        assertEquals("GPL", built.pack().license());
    }

    @ParameterizedTest
    @MethodSource("templates")
    void isDescribed(String template) throws Exception {
        Properties description = description(template);
        for (String key : List.of("title", "description", "kernel")) assertFalse(description.getProperty(key, "").isBlank(), key);
        boolean hooked = source(template).contains("@HOOK@");
        for (String key : List.of("hook", "hook.title", "hook.list")) assertEquals(hooked, description.containsKey(key), key);
    }

    @ParameterizedTest
    @CsvSource(value = {"tracepoint|open(F, '/etc/hostname')", "perf_event|1 while 1"}, delimiter = '|')
    void sendsEventsOfAProcess(String template, String script) throws Exception {
        showsTheProcess(template, script);
    }

    /** Of hooks that not every kernel has. */
    @Tag("vm")
    @ParameterizedTest
    @CsvSource(value = {"kprobe|unlink '/nonexistent'", "fentry|unlink '/nonexistent'", "lsm|open(F, '/etc/hostname')"}, delimiter = '|')
    void sendsEventsOfAProcessThroughTheKernelsFunctions(String template, String script) throws Exception {
        showsTheProcess(template, script);
    }

    private void showsTheProcess(String template, String script) throws Exception {
        try (Subject subject = Subject.perl(script)) {
            Watched tracker = trackers.start(build(template).pack(), Map.of("target_pid", subject.pidText()));
            subject.go();
            Map<String, Object> event = tracker.event(e -> true);
            assertEquals(subject.pid(), event.get("pid"));
        }
    }

    @Test
    void uprobeSendsAnEventForEachCall() throws Exception {
        try (Subject terminal = Subject.command("script", "-qc", "stty -echo; echo $$; exec bash --norc --noprofile -i", "/dev/null")) {
            String shell = terminal.readLine().strip();
            Watched tracker = trackers.start(build("uprobe").pack(), Map.of("target_pid", shell));
            terminal.type(":");
            assertEquals("bash", tracker.event(e -> e.get("pid").equals(Long.valueOf(shell))).get("comm"));
            terminal.type("exit");
            terminal.finish();
        }
    }

    @Test
    void histogramCountsCalls() throws Exception {
        try (Subject subject = Subject.perl("open(F, '/dev/zero'); sysread(F, $b, 1) for 1 .. 50")) {
            Watched tracker = trackers.start(build("histogram").pack(), Map.of("target_pid", subject.pidText()));
            subject.go();
            tracker.entry("hists", e -> ((List<?>) e.value().get("slots")).stream().mapToLong(s -> (Long) s).sum() >= 50);
        }
    }

    private static Properties description(String template) throws Exception {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(Scaffold.templates().resolve(template).resolve("template.properties"))) {
            properties.load(in);
        }
        return properties;
    }

    private static String source(String template) throws Exception {
        return Files.readString(Scaffold.templates().resolve(template).resolve("template.bpf.c"));
    }

    private BuildResult build(String template) throws Exception {
        String text = source(template).replace("@NAME@", template).replace("@LICENSE@", "GPL")
                .replace("@HOOK@", description(template).getProperty("hook", ""));
        assertFalse(text.contains("@"), "placeholders that nobody replaces");
        BuildResult built = Scaffold.build(Files.writeString(folder.resolve(template + ".bpf.c"), text));
        Package pack = built.pack();
        assertTrue(pack.description().startsWith(template), pack.description());
        return built;
    }
}

package org.eunomia.tests.kernel.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eunomia.core.StackFrame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ProfileTest {
    private static final String BUSY = """
            #include <unistd.h>
            volatile unsigned long turns;
            __attribute__((noinline)) void busy_inner(void) { for (int i = 0; i < 100000; i++) turns++; }
            __attribute__((noinline)) void busy_outer(void) { for (;;) { busy_inner(); turns++; } }
            int main(void) { char go; if (read(0, &go, 1) != 1) return 1; busy_outer(); }
            """;

    @RegisterExtension
    final Trackers trackers = new Trackers();

    @TempDir
    Path folder;

    @Test
    void namesTheFunctionsOfABusyProcess() throws Exception {
        try (Subject subject = Subject.command(compile().toString())) {
            Watched profile = trackers.start("profile", Map.of("target_pid", subject.pidText()));
            subject.go();
            Map<String, Object> event = profile.event(e -> names(profile, subject, e).contains("busy_inner"));
            assertEquals(subject.pid(), event.get("pid"));
            assertEquals(subject.pid(), event.get("tid"));
            assertEquals("busy", event.get("comm"));
            List<String> names = names(profile, subject, event);
            assertEquals("busy_outer", names.get(names.indexOf("busy_inner") + 1));
            assertTrue(names.contains("main"), "down to main: " + names);
        }
    }

    @Test
    void namesTheFunctionsOfTheKernel() throws Exception {
        try (Subject subject = Subject.perl("syscall(110) while 1")) {
            Watched profile = trackers.start("profile", Map.of("target_pid", subject.pidText()));
            subject.go();
            // A sample may just as well hit a page fault or an interrupt, which lead to no system call.
            Map<String, Object> event = profile.event(e -> kernelFrames(profile, e).stream().anyMatch(f -> f.symbol().startsWith("do_syscall_64")));
            assertTrue(kernelFrames(profile, event).stream().allMatch(f -> !f.symbol().isEmpty() && !f.module().isEmpty()), () -> event.toString());
        }
    }

    private static List<StackFrame> kernelFrames(Watched profile, Map<String, Object> event) {
        try {
            return profile.symbolize(0, (List<?>) event.get("kstack"));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> names(Watched profile, Subject subject, Map<String, Object> event) {
        try {
            return profile.symbolize(subject.pid(), (List<?>) event.get("ustack")).stream().map(StackFrame::symbol).toList();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private Path compile() throws Exception {
        Path source = Files.writeString(folder.resolve("busy.c"), BUSY);
        Path program = folder.resolve("busy");
        try (Subject compiler = Subject.command("cc", "-O0", "-fno-omit-frame-pointer", "-o", program.toString(), source.toString())) {
            assertEquals(List.of(), compiler.finish());
        }
        return program;
    }
}

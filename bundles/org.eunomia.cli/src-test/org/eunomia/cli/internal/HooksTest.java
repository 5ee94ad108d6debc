package org.eunomia.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.eunomia.core.Failure;
import org.eunomia.core.Hook;
import org.eunomia.core.HookKind;
import org.eunomia.core.Hooks;
import org.junit.jupiter.api.Test;

class HooksTest {
    private static final Hook OPEN = new Hook(HookKind.SYSCALL, "open", "open(const char *filename)", List.of(new Hook.Field("filename", "const char *filename", 16, 8)));
    private static final Hook OPENAT = new Hook(HookKind.SYSCALL, "openat", "", List.of());

    private static Run run(Hooks offered, String... args) {
        return Run.in(Path.of(""), new ScriptedTrackerService().offers(offered), args);
    }

    @Test
    void listsNamesAndWhatIsKnownOfThem() {
        assertEquals(new Run(0, "open    open(const char *filename)\nopenat\n", ""), run(new Hooks(List.of(OPEN, OPENAT), 2), "hooks", "syscalls", "open"));
    }

    @Test
    void showsTheFieldsOfTheOnlyOne() {
        assertEquals(new Run(0, "open  open(const char *filename)\n    const char *filename\n", ""), run(new Hooks(List.of(OPEN), 1), "hooks", "syscall", "open"));
    }

    @Test
    void saysThatThereAreMore() {
        assertEquals(new Run(0, "openat\n", "note: 1 of 9 are shown: give more of the name, or --limit\n"), run(new Hooks(List.of(OPENAT), 9), "hooks", "syscall", "--limit", "1"));
    }

    @Test
    void writesALineOfJsonForEach() {
        assertEquals(new Run(0, "{\"kind\":\"syscall\",\"name\":\"openat\",\"detail\":\"\",\"fields\":[]}\n", ""), run(new Hooks(List.of(OPENAT), 1), "hooks", "syscall", "-o", "json"));
    }

    @Test
    void failsWhenNothingFits() {
        assertEquals(new Run(1, "", ""), run(new Hooks(List.of(), 0), "hooks", "lsm", "nonsense"));
    }

    @Test
    void tellsWhyTheKernelHasNone() {
        Run run = Run.in(Path.of(""), new ScriptedTrackerService().refuses(new Failure.NotSupported("kprobe", "", "tracepoints work")), "hooks", "kprobe");
        assertEquals(new Run(1, "", "error: kprobe is not supported by this kernel\nhint: tracepoints work\n"), run);
    }

    @Test
    void proposesTheNearestKind() {
        assertEquals(new Run(2, "", "error: unknown kind of hooks 'tracepiont'\nhint: did you mean tracepoint?\n"), Run.of("hooks", "tracepiont"));
    }
}

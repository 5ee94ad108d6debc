package org.eunomia.toolchain.scaffold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eunomia.core.HookKind;
import org.eunomia.toolchain.scaffold.StartingPoint.HookChoice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the scaffold of the checkout. */
class ScaffoldTest {
    @TempDir
    Path folder;
    private final Scaffold scaffold = new Scaffold(checkout().resolve("bpf-scaffold"));

    static Path checkout() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) if (Files.isDirectory(at.resolve("bpf-scaffold"))) return at;
        throw new AssertionError("no folder bpf-scaffold above " + Path.of("").toAbsolutePath());
    }

    @Test
    void everyTemplateHasATitleAndSaysWhatItDoes() throws Exception {
        for (StartingPoint s : scaffold.templates()) {
            assertFalse(s.title().isBlank(), s.name());
            assertTrue(s.description().endsWith("."), s.description());
        }
    }

    @Test
    void listsWhatMostBeginWithFirst() throws Exception {
        List<String> names = scaffold.templates().stream().map(StartingPoint::name).toList();
        assertEquals("tracepoint", names.getFirst());
        assertEquals("empty", names.getLast());
    }

    @Test
    void everyHookOfATemplateIsOfAKindThatCanBeListed() throws Exception {
        List<HookChoice> hooks = scaffold.templates().stream().flatMap(s -> s.hook().stream()).toList();
        assertEquals(List.of(), hooks.stream().filter(h -> h.kind().isEmpty()).toList());
        assertEquals(List.of(), hooks.stream().map(h -> NewTrackerRules.hookProblem(h, h.usual())).filter(p -> !p.isEmpty()).toList());
    }

    @Test
    void showsTheFilesBeforeAnyIsWritten() throws Exception {
        NewTracker tracker = new NewTracker(scaffold.named("tracepoint"), "mine", "GPL", "sched/sched_switch");
        NewFile file = tracker.files().getFirst();
        assertEquals("mine.bpf.c", file.name());
        assertTrue(file.text().contains("SEC(\"tracepoint/sched/sched_switch\")"), file.text());
        assertTrue(file.text().contains("SEC(\"license\") = \"GPL\""), file.text());
        assertEquals(List.of(folder.resolve("mine.bpf.c")), tracker.create(folder));
        assertEquals(file.text(), Files.readString(folder.resolve("mine.bpf.c")));
    }

    @Test
    void namesAreCheckedToTheLetter() {
        assertEquals("", NewTrackerRules.nameProblem("open_snoop-2"));
        assertEquals("A tracker needs a name", NewTrackerRules.nameProblem(""));
        assertEquals("A name begins with a letter or _, not with '2'", NewTrackerRules.nameProblem("2nd"));
        assertEquals("A name has letters, digits, - and _ only, not '/'", NewTrackerRules.nameProblem("a/b"));
    }

    @Test
    void hooksAreCheckedByTheirKind() {
        HookChoice tracepoint = new HookChoice("a/b", "", Optional.of(HookKind.TRACEPOINT), "");
        HookChoice uprobe = new HookChoice("/bin/bash:readline", "", Optional.of(HookKind.UPROBE), "");
        assertEquals("A tracepoint is written category/name, such as a/b", NewTrackerRules.hookProblem(tracepoint, "openat"));
        assertEquals("", NewTrackerRules.hookProblem(tracepoint, "sched/sched_switch"));
        assertEquals("A function of a program is written path:name, such as /bin/bash:readline", NewTrackerRules.hookProblem(uprobe, "/bin/bash"));
        assertEquals("'a\"b' is no place to attach to: no spaces, quotes and backslashes", NewTrackerRules.hookProblem(tracepoint, "a\"b"));
    }
}

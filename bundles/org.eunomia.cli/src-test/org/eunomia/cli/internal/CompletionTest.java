package org.eunomia.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The scripts in real shells, with a program in our place that has two trackers and notes what it is called with. */
@Timeout(120)
class CompletionTest {
    @TempDir
    Path folder;
    private Path program;

    @BeforeEach
    void prepare() throws Exception {
        program = Files.createDirectory(folder.resolve("bin")).resolve("eunomia");
        Files.writeString(program, "#!/bin/sh\necho \"$*\" >> " + folder.resolve("calls") + "\ncase \"$*\" in\n"
                + "'completion trackers') printf 'calls\\ncounts:all\\n1\\n2\\n' ;;\n'completion trackers --host far') printf 'distant\\n7\\n' ;;\n'completion hosts') echo far ;;\nesac\n");
        assertTrue(program.toFile().setExecutable(true));
        for (String name : List.of("a.json", "b.bpf.c", "c.o", "d.txt")) Files.writeString(folder.resolve(name), "");
        Files.createDirectory(folder.resolve("sub"));
    }

    /** What bash offers for a line up to the cursor. */
    private TreeSet<String> bash(String line) throws Exception {
        Run script = Run.of("completion", "bash");
        assertEquals(0, script.code(), script.err());
        Process bash = shell("bash", "--norc", "-c", "source /dev/stdin; COMP_LINE=$1 COMP_POINT=${#1}; _eunomia; printf '%s\\n' \"${COMPREPLY[@]}\"", "bash", line);
        try (var in = bash.getOutputStream()) {
            in.write(script.out().getBytes(StandardCharsets.UTF_8));
        }
        String out = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertTrue(bash.waitFor(60, TimeUnit.SECONDS));
        return new TreeSet<>(out.isEmpty() ? List.of() : Arrays.asList(out.split("\n")));
    }

    private Process shell(String... command) throws Exception {
        ProcessBuilder shell = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        shell.environment().put("PATH", program.getParent() + File.pathSeparator + System.getenv("PATH"));
        shell.environment().put("HOME", folder.toString());
        return shell.start();
    }

    private static TreeSet<String> of(String... words) {
        return new TreeSet<>(List.of(words));
    }

    @Test
    void bashKnowsCommandsAndOptions() throws Exception {
        assertEquals(of("start", "stop", "stats"), bash("eunomia st"));
        assertTrue(bash("eunomia ").containsAll(List.of("run", "server", "completion")));
        assertTrue(bash("eunomia build -").contains("--no-loss-counting"));
        assertEquals(of("--persistent", "--param"), bash("eunomia start --p"));
        assertEquals(of("text", "json", "csv"), bash("eunomia run x.json -o "));
        assertEquals(of("json"), bash("eunomia list --output=j"));
        assertEquals(of("zsh"), bash("eunomia completion z"));
        assertEquals(of(), bash("eunomia nothing "));
    }

    @Test
    void bashOffersTrackersOfTheHostThatTheLineNames() throws Exception {
        for (String verb : List.of("stop", "show", "events", "maps", "stats", "update")) assertEquals(of("calls", "counts:all", "1", "2"), bash("eunomia " + verb + " "), verb);
        assertEquals(of("calls"), bash("eunomia stop 1 ca"));
        assertEquals(of("all"), bash("eunomia stop counts:a"), "bash has taken what is before the colon as a word of its own");
        assertEquals(of("distant", "7"), bash("eunomia show --host far "));
        assertEquals(of("distant"), bash("eunomia events -o json --host far d"));
        assertEquals(of("far"), bash("eunomia events --host "));
        assertEquals(of("far"), bash("eunomia events --host=f"));
        assertEquals(of(), bash("eunomia show calls "), "there is only one");
    }

    @Test
    void bashOffersFilesThatFit() throws Exception {
        for (String line : List.of("start ", "run --pid 4 ", "verify ", "update calls ")) assertTrue(bash("eunomia " + line).containsAll(of("a.json", "b.bpf.c", "c.o", "sub")), line);
        assertEquals(of("bin", "sub", "a.json", "b.bpf.c", "c.o"), bash("eunomia start "));
        assertEquals(of("bin", "sub", "b.bpf.c"), bash("eunomia build "));
        assertEquals(of("a.json"), bash("eunomia sign a"));
        assertEquals(of("a.json", "b.bpf.c", "c.o", "d.txt", "bin", "sub", "calls"), with("calls", bash("eunomia list --ca ")));
    }

    /** Whether the program was called, and so has its file, does not matter here. */
    private static TreeSet<String> with(String word, TreeSet<String> words) {
        words.add(word);
        return words;
    }

    /** Types {@code keys} into an interactive zsh. @return what our program was called with for the line that came of it */
    private String zsh(String keys) throws Exception {
        Path script = Files.writeString(folder.resolve("script.zsh"), Run.of("completion", "zsh").out());
        Path calls = folder.resolve("calls");
        Files.deleteIfExists(calls);
        Process zsh = shell("zsh", "-f", "-c", """
                zmodload zsh/zpty
                zpty shell zsh -f -i
                zpty -w shell "PS1='' HISTFILE=; unsetopt beep zle_bracketed_paste; autoload -U compinit; compinit -u -D; source %s; echo re''ady"
                zpty -r shell output '*ready*'
                zpty -n -w shell $'%s\\C-m'
                for ((i = 0; i < 600; i++)) { grep -qv '^completion' calls 2>/dev/null && break; zpty -r -t shell output; sleep 0.1 }
                zpty -d shell
                """.formatted(script, keys));
        String out = new String(zsh.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(zsh.waitFor(90, TimeUnit.SECONDS));
        assertTrue(Files.exists(calls), out);
        return Files.readAllLines(calls).stream().filter(l -> !l.startsWith("completion")).findFirst().orElse(out);
    }

    @Test
    void zshOffersTrackersOfTheHostThatTheLineNames() throws Exception {
        assertEquals("stop calls", zsh("eunomia stop ca\\t"));
        assertEquals("show --host far distant", zsh("eunomia show --host far dis\\t"));
        assertEquals("update counts:all a.json", zsh("eunomia update cou\\t a\\t"));
    }

    @Test
    void zshKnowsCommandsOptionsAndFiles() throws Exception {
        assertEquals("inspect b.bpf.c", zsh("eunomia insp\\tb.\\t"));
        assertEquals("list --quiet", zsh("eunomia list --qui\\t"));
        assertEquals("events --host far calls -o csv", zsh("eunomia events --host fa\\tcalls -o cs\\t"));
    }

    @Test
    void knowsNoOtherShell() {
        assertEquals(ExitCode.USAGE, Run.of("completion", "fish").code());
    }
}

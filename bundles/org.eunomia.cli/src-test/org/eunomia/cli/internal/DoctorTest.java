package org.eunomia.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eunomia.core.HostExamination;
import org.eunomia.core.HostExamination.Finding;
import org.eunomia.core.HostExamination.State;
import org.eunomia.toolchain.ToolchainConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
    private static final Finding KERNEL = Finding.good("kernel", "6.1");
    private static final Finding PROBES = new Finding("kprobe", State.LIMITED, "not in \u001b[1mthis\u001b[0m kernel", "another kernel");
    private static final Finding LOADING = new Finding("loading", State.BLOCKED, "not \"permitted\"", "be root");
    @TempDir
    Path folder;

    private static Run doctor(List<Finding> findings, String... args) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Session session = new Session(new ByteArrayInputStream(new byte[0]), out, new PrintStream(new ByteArrayOutputStream()), false, false, Map.of(), Path.of(""), new StopSignal(), () -> {
            throw new AssertionError();
        });
        int code = new DoctorCommand(List.<HostExamination>of(() -> findings)).run(List.of(args), session);
        return new Run(code, out.toString(StandardCharsets.UTF_8), "");
    }

    @Test
    void limitsAreNoFailure() throws Exception {
        assertEquals(new Run(0, """
                good     kernel  6.1
                limited  kprobe  not in \\x1b[1mthis\\x1b[0m kernel
                                 -> another kernel
                Trackers can run here.
                """, ""), doctor(List.of(KERNEL, PROBES)));
    }

    @Test
    void failsWhenNothingCanBeLoaded() throws Exception {
        Run run = doctor(List.of(KERNEL, LOADING), "-o", "json");
        assertEquals(new Run(ExitCode.FAILED, "{\"ready\":false,\"findings\":[{\"subject\":\"kernel\",\"state\":\"good\",\"found\":\"6.1\",\"advice\":\"\"},"
                + "{\"subject\":\"loading\",\"state\":\"blocked\",\"found\":\"not \\\"permitted\\\"\",\"advice\":\"be root\"}]}\n", ""), run);
        assertTrue(doctor(List.of(LOADING)).out().endsWith("No tracker can run here.\n"));
    }

    @Test
    void looksAtTheCompilerAndItsFolders() throws Exception {
        Path headers = Files.createDirectories(folder.resolve("include/bpf")).getParent();
        Files.createFile(headers.resolve("bpf/bpf_helpers.h"));
        List<Finding> found = new ToolExamination(new ToolchainConfig("no-such-clang", List.of(headers), folder.resolve("cache"), null)).examine();
        assertEquals(List.of(State.LIMITED, State.GOOD, State.GOOD), found.stream().map(Finding::state).toList());
        assertTrue(found.get(0).found().contains("no-such-clang"), found.get(0)::found);
        assertEquals("made at the first compilation, and kept in " + folder.resolve("cache"), found.get(2).found());
        Path file = Files.createFile(folder.resolve("file"));
        List<Finding> none = new ToolExamination(new ToolchainConfig("", List.of(), file, null)).examine();
        assertEquals(List.of(State.GOOD, State.LIMITED, State.LIMITED), none.stream().map(Finding::state).toList());
    }

    @Test
    void theWholeCommandRunsOnThisHost() {
        Run run = Run.of("doctor", "-o", "json");
        assertTrue(run.out().contains("\"subject\":\"clang\""), run.out());
        assertTrue(run.out().contains("\"subject\":\"kernel\"") || run.out().contains("\"subject\":\"installation\""), run.out());
    }
}

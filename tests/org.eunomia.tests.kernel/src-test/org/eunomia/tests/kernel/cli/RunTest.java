package org.eunomia.tests.kernel.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eunomia.tests.kernel.kit.Checkout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class RunTest {
    private static final String OPENSNOOP = Checkout.file("bpf-scaffold/examples/opensnoop/opensnoop.bpf.c").toString();

    @TempDir
    Path folder;
    private long heldBefore;

    @BeforeEach
    void lookAtDescriptors() throws Exception {
        heldBefore = Eunomia.held();
    }

    @AfterEach
    void leavesNothingBehind() throws Exception {
        assertEquals(heldBefore, Eunomia.held());
    }

    /** Plain values by their JSON pointer. */
    private static Map<String, String> values(String line) throws Exception {
        Map<String, String> values = new LinkedHashMap<>();
        try (JsonParser in = new JsonFactory().createParser(line)) {
            for (JsonToken t = in.nextToken(); t != null; t = in.nextToken()) {
                if (t.isScalarValue()) values.put(in.getParsingContext().pathAsPointer().toString(), in.getText());
            }
        }
        return values;
    }

    @Test
    void printsThreeObjectsOfTheProcessThatIsAskedFor() throws Exception {
        try (Opener opener = new Opener()) {
            Eunomia run = Eunomia.in(folder, "run", OPENSNOOP, "--pid", opener.pid(), "-o", "json", "--count", "3");
            assertEquals(0, run.code(), run.err());
            assertEquals("", run.err());
            List<String> lines = run.out().lines().toList();
            assertEquals(3, lines.size());
            for (String line : lines) {
                Map<String, String> values = values(line);
                assertEquals("opensnoop", values.get("/tracker"));
                assertEquals("event", values.get("/type"));
                assertEquals(opener.pid(), values.get("/event/pid"));
                assertEquals("perl", values.get("/event/comm"));
                assertEquals("/etc/hostname", values.get("/event/filename"));
                assertTrue(values.get("/time").matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{9}Z"), line);
            }
        }
    }

    @Test
    void alignsTheColumnsOfATable() throws Exception {
        try (Opener opener = new Opener()) {
            List<String> lines = Eunomia.in(folder, "run", OPENSNOOP, "--pid", opener.pid(), "--count", "1").out().lines().toList();
            assertEquals("TIME              PID     UID      RET  COMM              FILENAME", lines.get(0));
            assertTrue(lines.get(1).matches("\\d\\d:\\d\\d:\\d\\d\\.\\d{3}  {0,7}\\d+  {0,7}\\d+  {0,7}\\d+  perl              /etc/hostname"), lines.get(1));
        }
    }

    @Test
    void buildsIdenticalPackagesThatGiveTheSameEvents() throws Exception {
        Eunomia build = Eunomia.in(folder, "build", OPENSNOOP, "-o", "one.json");
        assertEquals(0, build.code(), build.err());
        assertTrue(build.out().startsWith("one.json: "), build.out());
        assertTrue(build.out().contains("events: events of type event\n"), build.out());
        Eunomia.in(folder, "build", OPENSNOOP, "-o", "two.json");
        assertArrayEquals(Files.readAllBytes(folder.resolve("one.json")), Files.readAllBytes(folder.resolve("two.json")));
        try (Opener opener = new Opener()) {
            Eunomia run = Eunomia.in(folder, "run", "one.json", "--pid=" + opener.pid(), "-o", "csv", "--count", "1");
            assertEquals(0, run.code(), run.err());
            assertTrue(run.out().matches("time,pid,uid,ret,comm,filename\r\n[^,]+," + opener.pid() + ",\\d+,\\d+,perl,/etc/hostname\r\n"), run.out());
        }
    }

    @Test
    void runsThePackageOf010AsItWasRunThen() throws Exception {
        String sample = Files.readString(Checkout.file("tests/data/seed-update.json"));
        try (Opener opener = new Opener()) {
            for (String[] args : new String[][] { { "run", sample, "-o", "csv", "--count", "40" }, { "run", "hotupdate", sample, "-o", "csv", "--count", "40" } }) {
                Eunomia run = Eunomia.in(folder, args);
                assertEquals(0, run.code(), run.err());
                assertTrue(run.out().startsWith("time,pid,ppid,exit_code,duration_ns,comm,filename,exit_event\r\n"), run.out());
                assertTrue(run.out().lines().anyMatch(l -> l.matches("[^,]+," + opener.pid() + ",.*,/etc/hostname,.*")), run.out());
            }
        }
    }

    @Test
    void printsWhatAnIteratorFindsAndEnds() throws Exception {
        assertEquals(0, Eunomia.in(folder, "new", "iterator", "tasks").code());
        Eunomia run = Eunomia.in(folder, "run", "tasks", "-o", "json");
        assertEquals(0, run.code(), run.err());
        String self = ProcessHandle.current().pid() + " " + ProcessHandle.current().parent().orElseThrow().pid() + " ";
        List<String> texts = new ArrayList<>();
        for (String line : run.out().lines().toList()) texts.add(values(line).get("/event/text"));
        assertTrue(texts.stream().anyMatch(t -> t.startsWith(self)), run.out());
    }

    @Test
    void endsWithZeroOnASignalAndLeavesNoLineHalf() throws Exception {
        Path package_ = folder.resolve("opensnoop.json");
        assertEquals(0, Eunomia.in(folder, "build", OPENSNOOP, "-o", package_.toString()).code());
        try (Opener opener = new Opener()) {
            Process process = new ProcessBuilder(Eunomia.command("run", package_.toString(), "-o", "json", "--pid", opener.pid())).redirectError(folder.resolve("err").toFile()).start();
            BufferedReader out = process.inputReader();
            String first = out.readLine();
            assertTrue(first != null, () -> read("err"));
            process.toHandle().destroy(); // SIGTERM, which is handled as SIGINT is
            String last = first;
            for (String line = out.readLine(); line != null; line = out.readLine()) last = line;
            assertTrue(process.waitFor(200, TimeUnit.SECONDS));
            assertEquals(0, process.exitValue(), read("err"));
            assertTrue(last.endsWith("}}"), last);
            assertFalse(read("err").contains("Exception"), read("err"));
        }
    }

    @Test
    void endsQuietlyWhenItsReaderGoes() throws Exception {
        assertEquals(0, Eunomia.in(folder, "build", OPENSNOOP, "-o", "opensnoop.json").code());
        try (Opener opener = new Opener()) {
            Process process = new ProcessBuilder(Eunomia.command("run", folder.resolve("opensnoop.json").toString(), "--pid", opener.pid())).redirectError(folder.resolve("err").toFile()).start();
            process.inputReader().readLine();
            process.getInputStream().close();
            assertTrue(process.waitFor(200, TimeUnit.SECONDS));
            assertEquals(0, process.exitValue(), read("err"));
            assertEquals("", read("err"));
        }
    }

    private String read(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (java.io.IOException e) {
            return e.toString();
        }
    }
}

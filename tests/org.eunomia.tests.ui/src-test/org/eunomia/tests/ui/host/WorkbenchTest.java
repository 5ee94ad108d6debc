package org.eunomia.tests.ui.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Starts the unpacked Studio on a display of its own, lets it run the tests of this module's bundle, and reports each of them by name. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkbenchTest {
    private static final Duration DEADLINE = Duration.ofMinutes(20);

    /** A line of the report that the workbench writes. */
    private record Outcome(String className, String method, String status, String problem) {
        static Outcome of(String line) {
            String[] cells = line.split("\t", -1);
            return new Outcome(cells[0], cells[1], cells[2], cells[3].replace("\\n", "\n").replace("\\t", "\t").replace("\\\\", "\\"));
        }
    }

    private final Path folder = Path.of(System.getProperty("eunomia.studio"));
    private final Path tests = Path.of(System.getProperty("eunomia.ui.tests"));
    private final Path output = tests.resolve("target/ui");
    private List<Outcome> outcomes;
    private int status;

    @BeforeAll
    void runAll() throws Exception {
        UnpackedStudio.run("rm", "-rf", output.toString());
        Files.createDirectories(output);
        UnpackedStudio studio = new UnpackedStudio(folder);
        studio.add(tests);
        Path report = output.resolve("report.txt");
        try (VirtualDisplay display = new VirtualDisplay(output.resolve("display.log"))) {
            ProcessBuilder builder = new ProcessBuilder("setsid", folder.resolve("eunomia-studio").toString(), "-data", folder.resolve("workspace").toString(),
                    "-application", "org.eunomia.tests.ui.application", "-consoleLog").redirectErrorStream(true).redirectOutput(output.resolve("studio.log").toFile());
            builder.environment().put("DISPLAY", display.name());
            builder.environment().put("HOME", Files.createDirectories(folder.resolve("home")).toString());
            builder.environment().remove("WAYLAND_DISPLAY");
            builder.environment().put("EUNOMIA_STUDIO_JAVA_OPTIONS", String.join(" ", "-Duser.home=" + folder.resolve("home"), "-Deunomia.tests.report=" + report, "-Deunomia.checkout=" + System.getProperty("eunomia.home"),
                    "-Deunomia.screenshots=" + output.resolve("screenshots"), "-Deunomia.tests.only=" + System.getProperty("eunomia.tests.only", "")));
            Process process = builder.start();
            try {
                if (!process.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS)) fail("Studio did not end within " + DEADLINE.toMinutes() + " minutes. " + end());
            } finally {
                // With what its tests have started, even if it crashed on the way.
                new ProcessBuilder("pkill", "-KILL", "-g", Long.toString(process.pid())).start().waitFor();
            }
            status = process.waitFor();
        }
        if (!Files.exists(report)) fail("Studio ran no test, status " + status + ". " + end());
        outcomes = Files.readAllLines(report).stream().map(Outcome::of).toList();
    }

    @TestFactory
    Stream<DynamicNode> inWorkbench() {
        return outcomes.stream().collect(Collectors.groupingBy(Outcome::className, TreeMap::new, Collectors.toList())).entrySet().stream()
                .map(entry -> DynamicContainer.dynamicContainer(entry.getKey(), entry.getValue().stream().map(outcome -> DynamicTest.dynamicTest(outcome.method, () -> {
                    if (!outcome.status.equals("SUCCESSFUL")) fail("in the workbench: " + outcome.problem);
                }))));
    }

    @Test
    void everyTestClassRan() throws IOException {
        try (Stream<Path> classes = Files.list(tests.resolve("target/classes/org/eunomia/tests/ui"))) {
            TreeSet<String> written = classes.map(file -> file.getFileName().toString()).filter(name -> name.endsWith("Test.class"))
                    .map(name -> "org.eunomia.tests.ui." + name.replace(".class", "")).collect(Collectors.toCollection(TreeSet::new));
            assertEquals(written, outcomes.stream().map(Outcome::className).collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    @Test
    void studioClosedInGoodOrder() {
        assertEquals(0, status, this::end);
    }

    @Test
    void picturesWereTaken() throws IOException {
        try (Stream<Path> pictures = Files.list(output.resolve("screenshots"))) {
            assertTrue(pictures.count() > 0);
        }
    }

    private String end() {
        try {
            List<String> lines = Files.readAllLines(output.resolve("studio.log"));
            return "Its last lines:\n" + String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
        } catch (IOException e) {
            return "It said nothing: " + e;
        }
    }
}

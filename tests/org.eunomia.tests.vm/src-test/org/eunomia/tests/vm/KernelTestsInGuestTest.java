package org.eunomia.tests.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Boots a guest once, runs all kernel tests in it and reports each of them by name. Also holds that each kernel test ran wherever it is
 * meant to: on this machine's kernel and in the guest, or in one of them alone: tagged {@code host}, tagged {@code vm}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KernelTestsInGuestTest {
    private static final String REPORT = "reports/TEST-junit-jupiter.xml";

    private final KernelTests tests = KernelTests.find(Path.of(System.getProperty("eunomia.kernel.tests")));
    private Guest guest;
    private List<TestOutcome> outcomes;

    @BeforeAll
    void runAllInGuest() throws Exception {
        guest = new Guest(GuestKernel.newest(Path.of("/boot"), "6.1."), Path.of(System.getProperty("eunomia.guest"), "boot"),
                Path.of(System.getProperty("eunomia.guest.output")));
        Path report = guest.share().resolve(REPORT);
        Files.deleteIfExists(report);
        int status = guest.java(Path.of(System.getProperty("eunomia.kernel.home")), arguments(), Duration.ofMinutes(Integer.getInteger("eunomia.guest.minutes", 15)));
        if (!Files.exists(report)) {
            fail("no test report came out of the guest, status " + status + ". " + guest.consoleEnd());
        }
        outcomes = TestOutcome.read(report.getParent());
    }

    private static List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED"));
        for (String name : List.of("eunomia.home", "eunomia.shim", "eunomia.include")) {
            arguments.add("-D" + name + "=" + System.getProperty(name));
        }
        arguments.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.junit.platform.console.ConsoleLauncher", "execute", "--disable-banner",
                "--disable-ansi-colors", "--details=testfeed", "--exclude-tag=" + KernelTests.HOST_ONLY, "--scan-classpath=" + System.getProperty("eunomia.kernel.tests"),
                "--reports-dir=" + Guest.SHARE.resolve(REPORT).getParent()));
        return arguments;
    }

    @TestFactory
    Stream<DynamicNode> inGuest() {
        return outcomes.stream().collect(Collectors.groupingBy(TestOutcome::className, TreeMap::new, Collectors.toList())).entrySet().stream()
                .map(entry -> DynamicContainer.dynamicContainer(entry.getKey(), entry.getValue().stream()
                        .map(outcome -> DynamicTest.dynamicTest(outcome.displayName(), () -> outcome.problem().ifPresent(problem -> fail("in the guest: " + problem))))));
    }

    @Test
    void guestRanTheDistributionsKernel() throws IOException {
        assertEquals(guest.kernel().version(), TestOutcome.property(guest.share().resolve(REPORT), "os.version"));
    }

    @Test
    void everyTestButTheHostsOwnRanInTheGuest() {
        assertEquals(union(tests.everywhere(), tests.guestOnly()), methods(outcomes));
    }

    @Test
    void everyTestButTheGuestsOwnRanHere() throws IOException {
        assertEquals(union(tests.everywhere(), tests.hostOnly()), methods(TestOutcome.read(Path.of(System.getProperty("eunomia.kernel.reports")))));
    }

    private static Set<TestMethod> union(Set<TestMethod> some, Set<TestMethod> others) {
        Set<TestMethod> all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }

    private static Set<TestMethod> methods(List<TestOutcome> outcomes) {
        return outcomes.stream().map(TestOutcome::method).collect(Collectors.toCollection(TreeSet::new));
    }
}

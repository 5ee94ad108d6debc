package org.eunomia.tests.kernel.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Holds that a test leaves no program, map, link or perf event of this process behind, neither as a descriptor nor mapped into memory. Everything that
 * the runtime puts into the kernel hangs on descriptors of its process, so what others load at the same time does not count.
 */
public final class ResidueCheck implements BeforeEachCallback, AfterEachCallback {
    private static final Namespace NAMESPACE = Namespace.create(ResidueCheck.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        context.getStore(NAMESPACE).put("before", inUse());
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        Object before = context.getStore(NAMESPACE).get("before");
        // What is closed off the test's thread may take a moment.
        Await.until("nothing of ours is left in the kernel", PATIENCE, () -> before.equals(inUse()), () -> assertEquals(before, inUse()));
    }

    /** How many descriptors and mappings there are of each kind of kernel object. */
    private static Map<String, Integer> inUse() throws IOException {
        Map<String, Integer> counts = new TreeMap<>();
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            descriptors.forEach(fd -> count(counts, "descriptor ", target(fd)));
        }
        try (Stream<String> mappings = Files.lines(Path.of("/proc/self/maps"))) {
            mappings.forEach(line -> count(counts, "mapping ", line.substring(Math.max(0, line.indexOf("anon_inode:")))));
        }
        return counts;
    }

    private static void count(Map<String, Integer> counts, String how, String target) {
        if (target.matches("anon_inode:(bpf[-_].*|\\[perf_event\\]|\\[eventfd\\]|\\[eventpoll\\]|btf)")) counts.merge(how + target, 1, Integer::sum);
    }

    private static String target(Path fd) {
        try {
            return Files.readSymbolicLink(fd).toString();
        } catch (IOException e) {
            return ""; // closed meanwhile
        }
    }
}

package org.eunomia.tests.kernel.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Map;
import org.eunomia.core.spec.Output;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SyscountTest {
    /** getppid on x86-64; nothing else of perl calls it. */
    private static final long GETPPID = 110;

    @RegisterExtension
    final Trackers trackers = new Trackers();

    @Test
    void countsCallsByNameAndNumber() throws Exception {
        try (Subject subject = Subject.perl("syscall(" + GETPPID + ") for 1 .. 1000; print \"done\\n\"; <STDIN>")) {
            Watched syscount = trackers.start("syscount", Map.of("target_pid", subject.pidText()));
            subject.go();
            assertEquals("done", subject.readLine());
            Watched.Entry entry = syscount.entry("counts", e -> e.key().get("syscall").equals(GETPPID));
            assertEquals("perl", entry.key().get("comm"));
            assertEquals(Map.of("count", 1000L), entry.value());
        }
    }

    @Test
    void isShownAsTable() throws Exception {
        assertInstanceOf(Output.Table.class, ExamplePackagesTest.map(Scaffold.pack("syscount"), "counts").output());
    }
}

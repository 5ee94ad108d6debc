package org.eunomia.tests.kernel.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.eunomia.core.spec.Output;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RunqlatTest {
    @RegisterExtension
    final Trackers trackers = new Trackers();

    @Test
    void countsTheWaitsOfAProcess() throws Exception {
        try (Subject subject = Subject.perl("select(undef, undef, undef, 0.001) for 1 .. 100")) {
            Watched runqlat = trackers.start("runqlat", Map.of("target_pid", subject.pidText(), "per_process", "true"));
            subject.go();
            Watched.Entry entry = runqlat.entry("hists", e -> sum(e) >= 100);
            assertEquals(Map.of("value", subject.pid()), entry.key());
            assertEquals("perl", entry.value().get("comm"));
        }
    }

    @Test
    void addsProcessesUpUnlessAskedToSplit() throws Exception {
        try (Subject subject = Subject.perl("select(undef, undef, undef, 0.001) for 1 .. 20")) {
            Watched runqlat = trackers.start("runqlat", Map.of("target_pid", subject.pidText()));
            subject.go();
            assertEquals(Map.of("value", 0L), runqlat.entry("hists", e -> sum(e) >= 20).key());
        }
    }

    @Test
    void isShownAsHistogramOfMicroseconds() throws Exception {
        Output output = ExamplePackagesTest.map(Scaffold.pack("runqlat"), "hists").output();
        Output.Histogram histogram = assertInstanceOf(Output.Histogram.class, output);
        assertEquals(Output.Scale.LOG2, histogram.scale());
        assertEquals("usecs", histogram.unit());
    }

    private static long sum(Watched.Entry entry) {
        List<?> slots = (List<?>) entry.value().get("slots");
        assertTrue(slots.size() == 26, "slots " + slots);
        return slots.stream().mapToLong(s -> (Long) s).sum();
    }
}

package org.eunomia.ide.core.internal.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.eunomia.core.schema.Type;
import org.eunomia.core.spec.Package;
import org.eunomia.core.spec.ParamSpec;
import org.eunomia.core.watch.WatchOptions;
import org.eunomia.ide.core.launch.TrackerLaunch;
import org.eunomia.ide.core.targets.Target;
import org.junit.jupiter.api.Test;

class CommandLineTest {
    private static final Package PACK = new Package(Package.Format.EUNOMIA_1, "t", "", "", "GPL", new byte[0], List.of(), List.of(),
            List.of(new ParamSpec("target_pid", new Type.Int("int", 4, true), ".rodata", 0, "0", "", "pid", "p"), new ParamSpec("min_len", new Type.Int("int", 4, true), ".rodata", 4, "0", "", "", "")),
            Package.Requirements.NONE, List.of(), Map.of());

    @Test
    void isWhatOneWouldType() {
        TrackerLaunch launch = new TrackerLaunch("/p/src/t.bpf.c", List.of("local"), Map.of("target_pid", "42", "min_len", "3"), "10s", false, WatchOptions.Format.JSON);
        assertEquals("eunomia run p/src/t.bpf.c --min-len 3 --pid 42 --duration 10s -o json", CommandLine.of(launch, PACK, Target.LOCAL));
    }

    @Test
    void namesTheHostAndQuotesForAShell() {
        TrackerLaunch launch = new TrackerLaunch("/my project/t.bpf.c", List.of("x"), Map.of(), "", false, WatchOptions.Format.TEXT);
        Target far = new Target("x", "far", Target.Kind.REMOTE, "https://far:8527");
        assertEquals("eunomia run 'my project/t.bpf.c' --host https://far:8527", CommandLine.of(launch, PACK, far));
    }
}

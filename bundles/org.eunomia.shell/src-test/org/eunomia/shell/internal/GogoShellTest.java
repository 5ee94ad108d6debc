package org.eunomia.shell.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eunomia.core.CommandShell.Outcome;
import org.eunomia.core.LossLedger;
import org.eunomia.core.TrackerId;
import org.eunomia.core.TrackerInfo;
import org.eunomia.core.TrackerService;
import org.junit.jupiter.api.Test;

class GogoShellTest {
    private final List<String> asked = new ArrayList<>();
    private final TrackerService service = (TrackerService) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {TrackerService.class}, (proxy, method, arguments) -> {
        asked.add(method.getName() + (arguments == null ? "" : Arrays.toString(arguments)));
        return switch (method.getName()) {
            case "list" -> List.of(tracker(1, "opensnoop"), tracker(2, "run\u001b[2J"));
            case "losses" -> new LossLedger(5, Map.of("rb", 2L), Map.of());
            default -> null;
        };
    });

    private static TrackerInfo tracker(int id, String name) {
        return new TrackerInfo(new TrackerId(id), name, TrackerInfo.State.RUNNING, 1, Instant.EPOCH, List.of(), List.of("handle"), List.of(), "");
    }

    private Outcome run(String line) {
        return new GogoShell().run(line, service, null);
    }

    @Test
    void listsAndShowsAndStops() {
        assertEquals(new Outcome("   1  running   opensnoop\n   2  running   run\\x1b[2J\n", false), run("eunomia:list"));
        assertTrue(run("show opensnoop").output().startsWith("id 1, opensnoop, running, generation 1\nprograms handle\nevents 5, lost 2"));
        assertEquals(new Outcome("", false), run("eunomia:stop 1 opensnoop"));
        assertEquals(2, asked.stream().filter(a -> a.equals("stop[1]")).count());
    }

    @Test
    void linesMayBePrograms() {
        assertTrue(run("x = opensnoop; show $x").output().startsWith("id 1"));
    }

    @Test
    void whatFailsSaysWhy() {
        assertEquals(new Outcome("error: no tracker 'opnsnoop'\nhint: did you mean opensnoop?\n", true), run("show opnsnoop"));
        assertTrue(run("nosuch").failed());
        assertTrue(run("show").failed());
        assertTrue(run("show {").failed());
        assertEquals(new Outcome("error: no file '/nowhere'\n", true), run("verify /nowhere"));
    }

    @Test
    void helpNamesEachCommandWithItsArguments() {
        String help = run("help").output();
        for (String function : TrackerCommands.FUNCTIONS) assertTrue(help.contains("eunomia:" + function + " ") || help.contains("eunomia:" + function + "\n"), help);
        assertTrue(help.contains("eunomia:update [-c|--carry-maps] <the tracker> <file with the package>"), help);
    }
}

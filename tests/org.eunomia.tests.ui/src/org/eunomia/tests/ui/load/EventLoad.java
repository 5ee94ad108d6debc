package org.eunomia.tests.ui.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eunomia.core.LossLedger;
import org.eunomia.core.TrackerId;
import org.eunomia.core.TrackerService;
import org.eunomia.ide.core.sessions.TrackerSession;
import org.eunomia.ide.core.sessions.TrackerSessions;
import org.eunomia.ide.core.targets.Connection;
import org.eunomia.ide.core.targets.Target;
import org.eunomia.ide.core.targets.TargetRegistry;
import org.eunomia.ide.core.targets.TargetSecrets;
import org.eunomia.ide.core.targets.TargetStore;
import org.eunomia.tests.ui.kit.Screenshots;
import org.eunomia.tests.ui.kit.Workbench;
import org.eunomia.tests.ui.pages.EventsPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * 100,000 events a second for 60 s into the event view: how long the thread of the user interface is away, what memory it takes, and whether every event is
 * accounted for. A benchmark, started by releng/benchmarks/events; its numbers are of the machine it runs on, so only the accounts are held to.
 */
@ExtendWith(Workbench.class)
class EventLoad {
    private static final int RATE = Integer.getInteger("eunomia.load.rate", 100_000);
    private static final int SECONDS = Integer.getInteger("eunomia.load.seconds", 60);

    @Test
    void takesEventsAtFullRate() throws Exception {
        LoadedStream stream = new LoadedStream(RATE, SECONDS);
        TrackerService service = (TrackerService) Proxy.newProxyInstance(EventLoad.class.getClassLoader(), new Class<?>[] { TrackerService.class }, (proxy, method, arguments) -> switch (method.getName()) {
            case "events" -> stream;
            case "losses" -> new LossLedger(stream.produced(), Map.of(), Map.of());
            case "list" -> List.of();
            default -> null;
        });
        Target target = new Target("load", "Load", Target.Kind.REMOTE, "http://127.0.0.1:1");
        TargetRegistry.shared().install(new OneTarget(target), (t, secrets) -> Connection.of(service));
        TrackerSession session = new TrackerSession(target, new TrackerId(1), "load");
        EventsPage page = EventsPage.open();
        Watchdog watchdog = new Watchdog();
        try {
            TrackerSessions.shared().reveal(List.of(session));
            page.awaitStatus("the first events", t -> !t.startsWith("0 shown")); // what opening a view takes is the workbench's
            watchdog.start();
            filterMeanwhile(page, stream);
            awaitEnd(stream);
            watchdog.stop();
            long received = stream.produced();
            page.awaitStatus("all events", s -> s.contains(String.format(Locale.ROOT, "%,d received", received)));
            Screenshots.take("events-load");
            System.out.println(watchdog.report());
            System.out.printf(Locale.ROOT, "events: %,d in %d s; heap after collection %,d MB; status: %s%n", received, SECONDS, heapMegabytes(), page.status());
            assertEquals((long) RATE * SECONDS, received);
            assertTrue(page.status().contains(" 0 lost"), page.status());
        } finally {
            TrackerSessions.shared().remove(session);
        }
    }

    /** Half of the time with a filter that lets a part through, as people work. */
    private static void filterMeanwhile(EventsPage page, LoadedStream stream) throws InterruptedException {
        while (stream.produced() < (long) RATE * SECONDS / 2) Thread.sleep(100);
        page.filter("pid < 100 && filename ~ /etc");
    }

    private static void awaitEnd(LoadedStream stream) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(SECONDS * 5L + 60).toNanos();
        while (!stream.isEnded()) {
            if (System.nanoTime() > deadline) throw new AssertionError("the stream does not end: " + stream.produced());
            Thread.sleep(100);
        }
    }

    private static long heapMegabytes() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory() >> 20;
    }

    private record OneTarget(Target target) implements TargetStore {
        @Override
        public List<Target> targets() {
            return List.of(target);
        }

        @Override
        public void write(List<Target> targets) { }

        @Override
        public TargetSecrets secrets(Target of) {
            return TargetSecrets.NONE;
        }

        @Override
        public void write(Target of, TargetSecrets secrets) { }
    }
}

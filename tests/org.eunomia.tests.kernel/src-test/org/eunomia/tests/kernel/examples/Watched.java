package org.eunomia.tests.kernel.examples;

import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.eunomia.core.Event;
import org.eunomia.core.EventBatch;
import org.eunomia.core.EventReader;
import org.eunomia.core.LossLedger;
import org.eunomia.core.MapEntry;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.StackFrame;
import org.eunomia.core.TrackerInfo;
import org.eunomia.core.TrackerService;
import org.eunomia.core.schema.Decoder;
import org.eunomia.core.spec.MapSpec;
import org.eunomia.core.spec.Package;

/** A running tracker as its user sees it. Waits have a deadline and fail with what was seen until then. */
final class Watched {
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(10);

    private final TrackerService service;
    private final Package pack;
    private final TrackerInfo info;
    private final EventReader reader;
    private final Deque<Event> unread = new ArrayDeque<>();

    Watched(TrackerService service, Package pack, TrackerInfo info) throws OperationFailedException {
        this.service = service;
        this.pack = pack;
        this.info = info;
        this.reader = service.events(info.id(), 0);
    }

    /** The next event that is as {@code wanted}; those before it are passed over. */
    Map<String, Object> event(Predicate<Map<String, Object>> wanted) throws Exception {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        List<Map<String, Object>> others = new ArrayList<>();
        while (System.nanoTime() < deadline) {
            while (!unread.isEmpty()) {
                Map<String, Object> value = unread.remove().value();
                if (wanted.test(value)) return value;
                others.add(value);
            }
            EventBatch batch = reader.read(Duration.ofSeconds(1));
            unread.addAll(batch.events());
            if (batch.end() && unread.isEmpty()) break;
        }
        return fail("no such event of " + service.show(info.id()) + " but " + others.size() + " others, the last ones: "
                + others.subList(Math.max(0, others.size() - 5), others.size()));
    }

    /** A decoded entry of a map. */
    record Entry(Map<String, Object> key, Map<String, Object> value) { }

    /** Waits until the map has an entry that is as {@code wanted}. */
    Entry entry(String map, Predicate<Entry> wanted) throws Exception {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        List<Entry> entries = entries(map);
        while (System.nanoTime() < deadline) {
            for (Entry entry : entries) if (wanted.test(entry)) return entry;
            Thread.sleep(POLL);
            entries = entries(map);
        }
        return fail("no such entry in " + map + " but " + entries);
    }

    private List<Entry> entries(String map) throws OperationFailedException {
        MapSpec spec = map(map);
        List<Entry> entries = new ArrayList<>();
        for (MapEntry e : service.entries(info.id(), map)) {
            entries.add(new Entry(Decoder.of(spec.key()).decode(e.key()), Decoder.of(spec.value()).decode(e.value())));
        }
        return entries;
    }

    MapSpec map(String name) {
        return pack.maps().stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow();
    }

    List<StackFrame> symbolize(long pid, List<?> addresses) throws OperationFailedException {
        long[] used = addresses.stream().mapToLong(a -> ((Number) a).longValue()).takeWhile(a -> a != 0).toArray();
        return service.symbolize(info.id(), (int) pid, used);
    }

    LossLedger losses() throws OperationFailedException {
        return service.losses(info.id());
    }
}

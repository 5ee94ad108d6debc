package org.eunomia.engine.internal;

import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.eunomia.core.Event;
import org.eunomia.core.EventBatch;
import org.eunomia.core.EventReader;

/** Waiting for events and conditions, with a deadline. */
final class Reading {
    static final Duration DEADLINE = Duration.ofSeconds(20);

    private Reading() { }

    /** The next {@code count} events. */
    static List<Event> take(EventReader reader, int count) throws Exception {
        List<Event> events = new ArrayList<>();
        long end = System.nanoTime() + DEADLINE.toNanos();
        while (events.size() < count) {
            EventBatch batch = reader.read(Duration.ofSeconds(1));
            events.addAll(batch.events());
            if (events.size() < count && (batch.end() || System.nanoTime() > end)) fail("only " + events.size() + " of " + count + " events came");
        }
        return events;
    }

    /** All events up to the end. */
    static List<Event> takeAll(EventReader reader) throws Exception {
        List<Event> events = new ArrayList<>();
        long end = System.nanoTime() + DEADLINE.toNanos();
        while (true) {
            EventBatch batch = reader.read(Duration.ofSeconds(1));
            events.addAll(batch.events());
            if (batch.end()) return events;
            if (System.nanoTime() > end) fail("no end after " + events.size() + " events");
        }
    }

    static List<Integer> numbers(List<Event> events) {
        return events.stream().map(e -> ((Long) e.value().get("number")).intValue()).toList();
    }

    static void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + DEADLINE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) fail(what + " did not come about");
            LockSupport.parkNanos(200_000);
        }
    }
}

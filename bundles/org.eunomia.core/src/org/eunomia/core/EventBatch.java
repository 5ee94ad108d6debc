package org.eunomia.core;

import java.util.List;

/**
 * Consecutive events of one tracker.
 *
 * @param skipped how many events were dropped just before the first one because this reader was too slow
 * @param end     true when the tracker has ended and no event will follow
 */
public record EventBatch(List<Event> events, long skipped, boolean end) {
    public EventBatch {
        events = List.copyOf(events);
    }
}

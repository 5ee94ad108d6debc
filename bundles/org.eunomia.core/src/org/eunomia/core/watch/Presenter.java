package org.eunomia.core.watch;

import java.util.List;
import org.eunomia.core.Event;
import org.eunomia.core.MapEntry;

/** Turns what comes out of a tracker into text. Writes to a buffer that its owner flushes. */
interface Presenter {
    /** Before the first event: what can be told already. */
    void begin();

    void event(Event event);

    /** @param entries as the kernel has them */
    void map(OutputMap map, List<MapEntry> entries, long epochNanos);

    /** Events that had no place in this form, so far. */
    default long unshown() {
        return 0;
    }
}

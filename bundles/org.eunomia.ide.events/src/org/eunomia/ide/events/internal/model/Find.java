package org.eunomia.ide.events.internal.model;

import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import org.eunomia.ide.events.internal.model.filter.RowTest;

/** Looks for the next row that passes a test. */
public final class Find {
    private static final int BETWEEN_CHECKS = 1 << 12;

    private Find() { }

    /**
     * Goes round at the end; the row that it starts from comes last. Reads all rows at worst, so it belongs into a job.
     *
     * @param from      -1 for none
     * @param cancelled asked every now and then
     */
    public static OptionalInt next(EventList.Snapshot in, int from, boolean forward, RowTest test, BooleanSupplier cancelled) {
        int size = in.rows().size();
        Row row = new Row();
        int at = from >= 0 && from < size ? from : forward ? -1 : size;
        for (int i = 0; i < size; i++) {
            if (i % BETWEEN_CHECKS == 0 && cancelled.getAsBoolean()) return OptionalInt.empty();
            at = Math.floorMod(forward ? at + 1 : at - 1, size);
            long event = in.rows().event(at);
            if (in.window().holds(event) && test.test(row.moveTo(in.window(), event))) return OptionalInt.of(at);
        }
        return OptionalInt.empty();
    }
}

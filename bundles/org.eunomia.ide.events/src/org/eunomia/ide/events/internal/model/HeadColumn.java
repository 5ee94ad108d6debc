package org.eunomia.ide.events.internal.model;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.function.Function;
import org.eunomia.core.view.Escapes;
import org.eunomia.core.view.TextBuffer;
import org.eunomia.core.view.Times;
import org.eunomia.ide.core.preferences.TimeFormat;

/** What every event has besides its record. */
public enum HeadColumn implements EventColumn {
    TIME("time", "when the record was read, by the clock of its host", null),
    HOST("host", "the target that the event comes from", row -> row.kind().origin().host()),
    TRACKER("tracker", "the tracker that the event comes from", row -> row.kind().origin().tracker()),
    TYPE("type", "the layout of the record", row -> row.kind().schema().name()),
    MAP("map", "the map that the record came out of", row -> row.kind().map()),
    GENERATION("generation", "of the tracker: 1 at its start, one more for each hot update", null),
    POSITION("position", "counts the events of the tracker from 0 without gaps", null);

    private static final ThreadLocal<Times> TIMES = ThreadLocal.withInitial(() -> new Times(ZoneId.systemDefault()));
    private static volatile TimeFormat times = TimeFormat.CLOCK;
    private final String title;
    private final String description;
    private final Function<Row, String> text;

    HeadColumn(String title, String description, Function<Row, String> text) {
        this.title = title;
        this.description = description;
        this.text = text;
    }

    /** How all views write times from now on. */
    public static void write(TimeFormat format) {
        times = format;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public boolean isNumeric() {
        return this == GENERATION || this == POSITION;
    }

    @Override
    public boolean isIn(Row row) {
        return true;
    }

    /** The text where it is one, else null. */
    String textOf(Row row) {
        return text == null ? null : text.apply(row);
    }

    @Override
    public void text(Row row, TextBuffer out) {
        if (this == TIME) time(row, out);
        else if (text == null) out.number(sortKey(row));
        else Escapes.text(text.apply(row), out);
    }

    private static void time(Row row, TextBuffer out) {
        switch (times) {
            case CLOCK -> TIMES.get().local(row.timeNanos(), out);
            case INSTANT -> TIMES.get().instant(row.timeNanos(), out);
            case RELATIVE -> relative(row.timeNanos() - row.kind().beganNanos(), out);
        }
    }

    /** Seconds with microseconds; of several trackers one may have begun earlier than the first that was read. */
    private static void relative(long nanos, TextBuffer out) {
        long micros = Math.abs(nanos) / 1000;
        if (nanos < 0) out.put('-');
        out.number(micros / 1_000_000).put('.').padded(micros % 1_000_000, 6);
    }

    @Override
    public double number(Row row) {
        return text == null ? sortKey(row) : Double.NaN;
    }

    @Override
    public long sortKey(Row row) {
        return switch (this) {
            case TIME -> row.timeNanos();
            case GENERATION -> row.kind().generation();
            case POSITION -> row.position();
            case HOST, TRACKER, TYPE, MAP -> SortKeys.ofText(text.apply(row).getBytes(StandardCharsets.UTF_8), 0, Integer.MAX_VALUE);
        };
    }

    @Override
    public boolean keyDecides() {
        return text == null;
    }

    @Override
    public String toString() {
        return title;
    }
}

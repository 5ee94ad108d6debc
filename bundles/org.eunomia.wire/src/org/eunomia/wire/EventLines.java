package org.eunomia.wire;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.eunomia.core.Event;
import org.eunomia.core.MapEntry;
import org.eunomia.core.view.JsonLines;
import org.eunomia.core.view.Symbols;
import org.eunomia.core.view.TextBuffer;
import org.eunomia.core.view.Times;
import org.eunomia.core.watch.OutputMap;

/**
 * Events as lines of JSON for people and scripts: those of the command line, with position, generation and map besides. Further types of lines tell what is
 * no event: {@code lost}, {@code alive} and {@code end}. Used by one thread.
 */
public final class EventLines {
    private final Times times = new Times(ZoneOffset.UTC);
    private final JsonLines lines;

    public EventLines(Symbols symbols) {
        lines = new JsonLines(times, symbols);
    }

    public void event(Event event, TextBuffer out) {
        lines.event(event, out);
        out.truncate(out.length() - "}\n".length());
        out.put(",\"position\":").number(event.position()).put(",\"generation\":").number(event.generation()).put(",\"map\":").put(Json.write(event.map())).put("}\n");
    }

    /** The map as it is now: a line of type {@code table}, {@code counter} or {@code histogram}. @param top rows of a table, 0 for all */
    public void map(OutputMap map, String tracker, List<MapEntry> entries, int top, TextBuffer out) {
        map.json(nanos(Instant.now()), tracker, entries, top, lines, out);
    }

    /** {@code count} events were dropped just before the next line because this reader was too slow. */
    public void lost(String tracker, long count, TextBuffer out) {
        head(tracker, "lost", out);
        out.put(",\"count\":").number(count).put("}\n");
    }

    /** Nothing happened for a while, but the tracker runs. */
    public void alive(String tracker, TextBuffer out) {
        head(tracker, "alive", out);
        out.put("}\n");
    }

    /** Nothing follows. @param reason why, for people */
    public void end(String tracker, String reason, TextBuffer out) {
        head(tracker, "end", out);
        out.put(",\"reason\":").put(Json.write(reason)).put("}\n");
    }

    private static long nanos(Instant time) {
        return time.getEpochSecond() * 1_000_000_000L + time.getNano();
    }

    private void head(String tracker, String type, TextBuffer out) {
        out.put("{\"time\":\"");
        times.instant(nanos(Instant.now()), out);
        out.put("\",\"tracker\":").put(Json.write(tracker)).put(",\"type\":\"").put(type).put('"');
    }
}

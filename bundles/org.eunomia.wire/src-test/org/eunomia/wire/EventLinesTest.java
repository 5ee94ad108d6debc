package org.eunomia.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eunomia.core.Event;
import org.eunomia.core.schema.Schema;
import org.eunomia.core.schema.Type;
import org.eunomia.core.view.Symbols;
import org.eunomia.core.view.TextBuffer;
import org.junit.jupiter.api.Test;

class EventLinesTest {
    private final TextBuffer out = new TextBuffer();
    private final EventLines lines = new EventLines(Symbols.NONE);

    private Map<?, ?> line() throws Exception {
        return (Map<?, ?>) Json.parse(out.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void eventSaysWhereItStands() throws Exception {
        Schema schema = new Schema("event", new Type.Int("char", 1, true));
        lines.event(new Event(41, 1_795_456_800_123_456_789L, "open\"snoop", 2, "r\"b", schema, new byte[] {7}), out);
        assertEquals(Map.of("time", "2026-11-23T18:00:00.123456789Z", "tracker", "open\"snoop", "type", "event", "event", Map.of("value", 7L), "position", 41L, "generation", 2L,
                "map", "r\"b"), line());
    }

    @Test
    void lossAndEndAreLinesOfTheirOwn() throws Exception {
        lines.lost("x", 12, out);
        assertEquals(12L, line().get("count"));
        out.clear();
        lines.end("x", "stopped", out);
        assertEquals("stopped", line().get("reason"));
    }
}

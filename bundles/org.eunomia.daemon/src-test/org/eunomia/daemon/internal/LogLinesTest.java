package org.eunomia.daemon.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eunomia.wire.Json;
import org.junit.jupiter.api.Test;

class LogLinesTest {
    private final List<String> lines = new ArrayList<>();

    @Test
    void aValueCannotMakeALineOfItsOwn() {
        new LogLines(lines::add, false).changed("1", "token:x", "start", "a\nlevel=error event=forged \"x\"", "", "ok");
        assertEquals(1, lines.getFirst().lines().count());
        assertTrue(lines.getFirst().endsWith("tracker=\"a\\nlevel=error event=forged \\\"x\\\"\" digest=\"\" outcome=ok"), lines.getFirst());
    }

    @Test
    void jsonLinesAreObjects() throws Exception {
        new LogLines(lines::add, true).line("info", "started", "listens", "a,b", "restored", 2);
        Map<?, ?> line = (Map<?, ?>) Json.parse(lines.getFirst().getBytes(StandardCharsets.UTF_8));
        assertEquals("a,b", line.get("listens"));
        assertEquals(2L, line.get("restored"));
    }
}

package org.eunomia.ide.core.internal.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TextStreamTest {
    private final TextStream stream = new TextStream();

    private void write(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        stream.write(bytes, 0, bytes.length);
    }

    @Test
    void keepsWhatComesBeforeAConsoleLooks() {
        write("größer\n");
        stream.append("note\n");
        assertEquals("größer\nnote\n", stream.getContents());
        StringBuilder shown = new StringBuilder();
        stream.addListener((text, monitor) -> shown.append(text));
        stream.flushContents();
        stream.setBuffered(false);
        write("more\n");
        assertEquals("more\n", shown.toString());
        assertEquals("", stream.getContents());
    }

    @Test
    void leavesOutAndCountsWhatNobodyCouldRead() {
        String line = "x".repeat(99) + "\n";
        write(line.repeat(8_000));
        write(line.repeat(7));
        stream.tellLeftOut();
        assertTrue(stream.getContents().endsWith("… 7 lines are left out here, which come faster than a console can show; the event view has them\n"), () -> stream.getContents().substring(stream.getContents().length() - 200));
    }
}

package org.eunomia.kernel.libbpf.internal.attach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.eunomia.core.OperationFailedException;
import org.junit.jupiter.api.Test;

class UprobeTest {
    private static Uprobe of(String section, Map<String, Object> options) throws OperationFailedException {
        return Uprobe.of(new Hook(null, "probe", section, Section.of(section), new Options(options)));
    }

    @Test
    void readsFileFunctionAndOffsetFromTheSection() throws Exception {
        assertEquals(new Uprobe("/bin/bash", "readline2", 0x10, -1, false), of("uprobe//bin/bash:readline2+0x10", Map.of()));
    }

    @Test
    void readsAnOffsetIntoTheFile() throws Exception {
        assertEquals(new Uprobe("/bin/bash", "", 0x1234, -1, true), of("uretprobe//bin/bash:0x1234", Map.of()));
    }

    @Test
    void letsOptionsReplaceParts() throws Exception {
        assertEquals(new Uprobe("/usr/bin/zsh", "zleread", 0, 42, false), of("uprobe//bin/bash:readline", Map.of("path", "/usr/bin/zsh", "symbol", "zleread", "pid", 42)));
    }

    @Test
    void takesTheProcessOwnFileWhenOnlyAPidIsGiven() throws Exception {
        assertEquals(new Uprobe("/proc/42/exe", "main", 0, 42, true), of("uprobe", Map.of("pid", "42", "function", "main", "retprobe", true)));
    }

    @Test
    void refusesAProbeWithoutAFile() {
        OperationFailedException e = assertThrows(OperationFailedException.class, () -> of("uprobe", Map.of("symbol", "main")));
        assertEquals("cannot attach program probe to uprobe: which file the function is in is not given", e.getMessage());
    }

    @Test
    void refusesAnOptionThatIsNoNumber() {
        OperationFailedException e = assertThrows(OperationFailedException.class, () -> of("uprobe//bin/bash:readline", Map.of("pid", "self")));
        assertEquals("invalid value 'self' for param pid: it is no whole number", e.getMessage());
    }
}

package org.eunomia.engine.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelTypesTest {
    @TempDir
    Path folder;

    @AfterEach
    void clear() {
        System.clearProperty("eunomia.btf");
    }

    @Test
    void standInForAKernelsOwnOnlyWhereThereAreNone() throws Exception {
        Path own = folder.resolve("vmlinux");
        assertNull(KernelTypes.custom(own));
        System.setProperty("eunomia.btf", "/boot/types.btf");
        assertEquals(Path.of("/boot/types.btf"), KernelTypes.custom(own));
        Files.writeString(own, "");
        assertNull(KernelTypes.custom(own));
    }
}

package org.eunomia.toolchain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.toolchain.internal.clang.ClangSearch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolchainTest {
    @TempDir
    Path folder;

    private Path fake(String name, int version) throws Exception {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\necho 'Fedora clang version " + version + ".0.1 (x)'\n");
        assertTrue(file.toFile().setExecutable(true));
        return file;
    }

    @Test
    void takesTheNewestInPath() throws Exception {
        fake("clang", 15);
        fake("clang-17", 17);
        fake("clang-16", 16);
        fake("clang-format-19", 19);
        assertEquals(folder.resolve("clang-17"), ClangSearch.find("", folder.toString()).path());
    }

    @Test
    void takesTheConfiguredOne() throws Exception {
        fake("clang-17", 17);
        fake("other", 15);
        assertEquals(15, ClangSearch.find("other", folder.toString()).version());
        assertEquals(15, ClangSearch.find(folder.resolve("other").toString(), "").version());
    }

    @Test
    void saysHowToInstallWhenThereIsNone() {
        OperationFailedException e = assertThrows(OperationFailedException.class, () -> ClangSearch.find("", folder.toString()));
        assertEquals("clang: there is none in PATH", e.failure().summary());
        assertTrue(e.failure().hint().contains("apt-get install clang"));
    }

    @Test
    void refusesOldOnes() throws Exception {
        fake("clang", 11);
        OperationFailedException e = assertThrows(OperationFailedException.class, () -> ClangSearch.find("", folder.toString()));
        assertEquals("clang: release 11 is too old, 14 or newer is needed", e.failure().summary());
        assertThrows(OperationFailedException.class, () -> ClangSearch.find("clang", folder.toString()));
    }

    @Test
    void refusesAConfiguredOneThatIsNotThere() {
        ToolchainConfig config = new ToolchainConfig("/none/clang", List.of(), folder, null);
        OperationFailedException e = assertThrows(OperationFailedException.class, () -> Toolchain.find(config));
        assertTrue(e.failure() instanceof Failure.Unavailable);
        assertTrue(e.failure().summary().contains("/none/clang"));
    }
}

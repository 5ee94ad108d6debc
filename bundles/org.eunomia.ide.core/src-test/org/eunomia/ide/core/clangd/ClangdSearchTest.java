package org.eunomia.ide.core.clangd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eunomia.core.OperationFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClangdSearchTest {
    @TempDir
    Path folder;

    private void fake(String name, int version) throws Exception {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\necho 'Debian clangd version " + version + ".0.6'\n");
        assertTrue(file.toFile().setExecutable(true));
    }

    @Test
    void prefersTheOneWithoutANumber() throws Exception {
        fake("clangd-19", 19);
        assertEquals(19, ClangdSearch.find("", folder.toString()).version());
        fake("clangd", 15);
        assertEquals(15, ClangdSearch.find("", folder.toString()).version());
        assertEquals(19, ClangdSearch.find(folder.resolve("clangd-19").toString(), "").version());
    }

    @Test
    void saysHowToGetOne() throws Exception {
        OperationFailedException e = assertThrows(OperationFailedException.class, () -> ClangdSearch.find("", folder.toString()));
        assertEquals("clangd: there is none in PATH", e.failure().summary());
        assertTrue(e.failure().hint().contains("apt-get install clangd"));
        fake("clangd", 11);
        e = assertThrows(OperationFailedException.class, () -> ClangdSearch.find("", folder.toString()));
        assertEquals("clangd: release 11 is too old, 14 or newer is needed", e.failure().summary());
    }

    @Test
    void withoutOneFilesAreEditedAllTheSame() throws Exception {
        CountDownLatch missing = new CountDownLatch(1);
        try (Clangd clangd = new Clangd(() -> Clangd.Settings.of("/none/clangd"), f -> List.of())) {
            clangd.addListener(new ClangdListener() {
                @Override
                public void statusChanged(ClangdStatus status) {
                    if (status instanceof ClangdStatus.Missing) missing.countDown();
                }
            });
            clangd.open(folder.resolve("x.bpf.c"), "int a;");
            clangd.change(folder.resolve("x.bpf.c"), 0, 3, "long");
            assertTrue(missing.await(30, TimeUnit.SECONDS));
            assertEquals(2, clangd.version(folder.resolve("x.bpf.c")).get());
            assertTrue(clangd.ask(folder.resolve("x.bpf.c"), (s, id) -> s.hover(null)).handle((r, e) -> e != null).get());
        }
    }

    @Test
    void waitsLongerEachTimeUntilItHolds() {
        BackOff backOff = new BackOff();
        assertEquals(1_000, backOff.failed(10));
        assertEquals(2_000, backOff.failed(10));
        assertEquals(1_000, backOff.failed(1_000_000));
        for (int i = 0; i < 20; i++) backOff.failed(0);
        assertEquals(60_000, backOff.failed(0));
    }

    @Test
    void placesOfTheProtocol() {
        String text = "ab\ncd\n";
        assertEquals(new Position(1, 1), Positions.position(text, 4));
        assertEquals(4, Positions.offset(text, new Position(1, 1)));
        assertEquals(2, Positions.offset(text, new Position(0, 99)));
        assertEquals(6, Positions.offset(text, new Position(9, 0)));
    }

    @Test
    void editsOfOnePlaceKeepTheirOrder() {
        Range start = new Range(new Position(0, 0), new Position(0, 0));
        Range end = new Range(new Position(0, 1), new Position(0, 2));
        assertEquals("xyaZ", TextEdits.apply("ab", List.of(new TextEdit(start, "x"), new TextEdit(end, "Z"), new TextEdit(start, "y"))));
    }
}

package org.eunomia.daemon.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir
    Path folder;

    private Path file(String text) throws Exception {
        return Files.writeString(folder.resolve("daemon.conf"), text);
    }

    private static Failure failure(Map<String, String> given) {
        return assertThrows(OperationFailedException.class, () -> DaemonConfig.of(Settings.of(given, Map.of(), Path.of("/nowhere")), Map.of())).failure();
    }

    @Test
    void commandLineWinsOverEnvironmentOverFile() throws Exception {
        Path file = file("# a comment\n\nmax-trackers = 1\nmax-readers=2\n max-rate = 3 \n");
        Settings s = Settings.of(Map.of("max-trackers", "7"), Map.of("EUNOMIA_MAX_TRACKERS", "8", "EUNOMIA_MAX_READERS", "9", "EUNOMIA_DEBUG", "1"), file);
        assertEquals(List.of("7", "9", "3"), List.of(s.text("max-trackers").get(), s.text("max-readers").get(), s.text("max-rate").get()));
        assertEquals(Optional.of("3"), Settings.of(Map.of("config", file.toString()), Map.of(), Path.of("/nowhere")).text("max-rate"));
        assertEquals(Optional.of("3"), Settings.of(Map.of(), Map.of("EUNOMIA_CONFIG", file.toString()), Path.of("/nowhere")).text("max-rate"));
    }

    @Test
    void unknownKeysAreErrorsThatNameTheNearest() throws Exception {
        Path file = file("listen = none\nmax-traker = 5\n");
        Failure.NotFound failure = assertInstanceOf(Failure.NotFound.class, assertThrows(OperationFailedException.class, () -> Settings.of(Map.of(), Map.of(), file)).failure());
        assertEquals("max-traker", failure.id());
        assertTrue(failure.suggestions().contains("max-trackers"), failure::hint);
        assertTrue(failure.summary().contains("line 2"), failure::summary);
    }

    @Test
    void whatCannotBeReadIsAnError() throws Exception {
        for (String text : List.of("listen", "= x", "listen = none\nlisten = none", "config = other")) {
            Path file = file(text);
            assertThrows(OperationFailedException.class, () -> Settings.of(Map.of(), Map.of(), file), text);
        }
        assertInstanceOf(Failure.NotFound.class, failure(Map.of("config", "/nowhere/daemon.conf")));
    }

    @Test
    void valuesThatMeanNothingAreErrors() {
        for (Map<String, String> bad : List.of(Map.of("listen", "8527"), Map.of("listen", "127.0.0.1:99999"), Map.of("listen", "none", "unix", "none"), Map.of("max-trackers", "0"),
                Map.of("max-trackers", "many"), Map.of("no-auth", "perhaps"), Map.of("peers", "alice"), Map.of("peers", "alice:king"), Map.of("log-format", "xml"), Map.of("stop-time", "soon"),
                Map.of("tls-key", "x.pem"), Map.of("tls-client-authorities", "x.pem"))) {
            assertInstanceOf(Failure.ParamInvalid.class, failure(bad), bad::toString);
        }
    }

    @Test
    void doesNotListenOpenly() throws Exception {
        assertInstanceOf(Failure.NotPermitted.class, failure(Map.of("listen", "0.0.0.0:8527")));
        assertInstanceOf(Failure.NotPermitted.class, failure(Map.of("listen", "127.0.0.1:8527,[::]:8527")));
        assertInstanceOf(Failure.NotPermitted.class, failure(Map.of("listen", "0.0.0.0:8527", "tls-certificate", "c", "tls-key", "k", "no-auth", "true")));
        assertEquals(2, DaemonConfig.of(Settings.of(Map.of("listen", "0.0.0.0:8527", "tls-certificate", "c", "tls-key", "k"), Map.of(), Path.of("/nowhere")), Map.of()).rest().endpoints().size());
        assertTrue(DaemonConfig.of(Settings.of(Map.of("listen", "localhost:8527,[::1]:8527", "no-auth", "true"), Map.of(), Path.of("/nowhere")), Map.of()).noAuth());
    }

    /** The file in docs/ has each key once, as a comment with its default. */
    @Test
    void documentedFileHasAllKeys() throws Exception {
        Path docs = Path.of("").toAbsolutePath();
        while (!Files.exists(docs.resolve("docs/daemon.conf"))) docs = docs.getParent();
        List<String> keys = Files.readAllLines(docs.resolve("docs/daemon.conf")).stream().filter(l -> l.matches("#[a-z-]+ =.*")).map(l -> l.substring(1, l.indexOf(' '))).toList();
        assertEquals(Keys.names().stream().filter(n -> !n.equals(Keys.CONFIG)).toList(), keys);
    }
}

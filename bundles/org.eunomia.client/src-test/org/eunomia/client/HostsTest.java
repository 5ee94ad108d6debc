package org.eunomia.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.wire.LocalDaemon;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostsTest {
    private static final String TOKEN = "0123456789abcdef";

    @TempDir
    Path folder;
    private LocalDaemon local;

    @BeforeEach
    void makeFolders() throws Exception {
        local = new LocalDaemon(Files.createDirectory(folder.resolve("run")));
    }

    private RemoteTarget find(String host) throws OperationFailedException {
        return find(host, Map.of());
    }

    private RemoteTarget find(String host, Map<String, String> environment) throws OperationFailedException {
        return new Hosts(environment, List.of(local), folder.resolve("hosts")).find(host, Hosts.Extras.NONE);
    }

    private void tokens() throws Exception {
        Files.writeString(local.tokens(), "# comment\nadmin local " + TOKEN + "\n");
    }

    @Test
    void withoutAWordIsTheDaemonHere() throws Exception {
        tokens();
        assertEquals(RemoteTarget.of(URI.create("http://127.0.0.1:8527"), Optional.of(TOKEN)), find(""));
        Files.createFile(local.socket());
        assertEquals(RemoteTarget.of(URI.create("unix:" + local.socket()), Optional.empty()), find(""));
        assertEquals(URI.create("unix:/x"), find("", Map.of("EUNOMIA_HOST", "unix:/x")).address());
    }

    @Test
    void addressesGetWhatTheyLack() throws Exception {
        tokens();
        assertEquals(RemoteTarget.of(URI.create("http://localhost:8527"), Optional.of(TOKEN)), find("localhost"));
        assertEquals(URI.create("http://127.0.0.1:99"), find("127.0.0.1:99").address());
        assertEquals(RemoteTarget.of(URI.create("https://192.0.2.1:8527"), Optional.empty()), find("192.0.2.1"));
        assertEquals(URI.create("https://192.0.2.1:99"), find("https://192.0.2.1:99").address());
    }

    @Test
    void tokensAreNotSentInTheClear() throws Exception {
        OperationFailedException e = assertThrows(OperationFailedException.class, () -> find("http://192.0.2.1:8527", Map.of("EUNOMIA_TOKEN", TOKEN)));
        assertInstanceOf(Failure.NotPermitted.class, e.failure());
        assertEquals(Optional.of(TOKEN), find("https://192.0.2.1:8527", Map.of("EUNOMIA_TOKEN", TOKEN)).token());
    }

    @Test
    void namesAreLookedUp() throws Exception {
        Files.writeString(folder.resolve("lab.token"), "viewer me " + TOKEN + "\n");
        Files.writeString(folder.resolve("hosts"), "# mine\nlab https://lab.example token-file=lab.token ca=ca.pem\n\nweb unix:/run/web\n");
        assertEquals(new RemoteTarget(URI.create("https://lab.example:8527"), Optional.of(TOKEN), Optional.of(folder.resolve("ca.pem")), Optional.empty()), find("lab"));
        assertEquals(URI.create("unix:/run/web"), find("web").address());
        assertEquals(new Failure.NotFound("host", "lba", List.of("lab")), assertThrows(OperationFailedException.class, () -> find("lba")).failure());
    }

    @Test
    void linesAndAddressesThatMeanNothingAreErrors() throws Exception {
        for (String bad : List.of("lab", "lab x colour=red", "lab https://x cert=a")) {
            Files.writeString(folder.resolve("hosts"), bad + "\n");
            assertInstanceOf(Failure.Conflict.class, assertThrows(OperationFailedException.class, () -> find("lab"), bad).failure());
        }
        Files.delete(folder.resolve("hosts"));
        for (String bad : List.of("ftp://x", "http://", "://", "a b:c")) assertThrows(OperationFailedException.class, () -> find(bad), bad);
    }
}

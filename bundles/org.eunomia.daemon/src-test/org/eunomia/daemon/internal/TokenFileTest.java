package org.eunomia.daemon.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.rest.Caller;
import org.eunomia.rest.Role;
import org.eunomia.wire.LocalDaemon;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenFileTest {
    @TempDir
    Path folder;

    private Path write(String text) throws Exception {
        Path file = folder.resolve("tokens");
        Files.writeString(file, text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void makesOneThatOnlyItsOwnerReads() throws Exception {
        Path file = folder.resolve("tokens");
        TokenFile tokens = TokenFile.open(file);
        assertEquals(PosixFilePermissions.fromString("rw-------"), Files.getPosixFilePermissions(file));
        String token = LocalDaemon.firstToken(file).orElseThrow();
        assertEquals(43, token.length());
        assertEquals(Optional.of(new Caller("token:local", Role.ADMIN)), tokens.caller(token));
        assertEquals(token, LocalDaemon.firstToken(file).orElseThrow(), "the second start keeps it");
        TokenFile.open(file);
        assertEquals(Optional.of(token), LocalDaemon.firstToken(file));
    }

    @Test
    void knowsRolesAndNobodyElse() throws Exception {
        TokenFile tokens = TokenFile.open(write("# comment\nviewer ci 0123456789abcdef\n\noperator ops fedcba9876543210\n"));
        assertEquals(Optional.of(new Caller("token:ci", Role.VIEWER)), tokens.caller("0123456789abcdef"));
        assertEquals(Optional.of(new Caller("token:ops", Role.OPERATOR)), tokens.caller("fedcba9876543210"));
        for (String wrong : new String[] {"", "0123456789abcde", "0123456789abcdef0", "ci", "viewer"}) assertEquals(Optional.empty(), tokens.caller(wrong));
    }

    @Test
    void refusesAFileThatOthersMayUse() throws Exception {
        Path file = write("admin a 0123456789abcdef\n");
        for (String mode : new String[] {"rw-r-----", "rw----r--", "rw--w----"}) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
            assertInstanceOf(Failure.Conflict.class, assertThrows(OperationFailedException.class, () -> TokenFile.open(file)).failure());
        }
    }

    @Test
    void refusesLinesThatMeanNothing() throws Exception {
        for (String text : new String[] {"0123456789abcdef\n", "king a 0123456789abcdef\n", "admin a short\n"}) {
            Path file = write(text);
            assertInstanceOf(Failure.Unavailable.class, assertThrows(OperationFailedException.class, () -> TokenFile.open(file)).failure(), text);
        }
    }

    @Test
    void aTokenThatIsTakenOutIsOfNoUseSoonAfter() throws Exception {
        Path file = write("admin a 0123456789abcdef\n");
        TokenFile tokens = TokenFile.open(file);
        assertTrue(tokens.caller("0123456789abcdef").isPresent());
        write("admin b fedcba9876543210\n");
        Files.setLastModifiedTime(file, FileTime.fromMillis(0));
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (tokens.caller("0123456789abcdef").isPresent()) assertTrue(System.nanoTime() < deadline, "it still is");
        assertTrue(tokens.caller("fedcba9876543210").isPresent());
    }
}

package org.eunomia.pack.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeyFilesTest {
    @TempDir
    Path folder;

    private static Failure failure(org.junit.jupiter.api.function.Executable reading) {
        return assertThrows(OperationFailedException.class, reading).failure();
    }

    @ParameterizedTest
    @EnumSource
    void readsBackWhatItWrote(Algorithm algorithm) throws Exception {
        Path file = folder.resolve("k.pem");
        for (int i = 0; i < 8; i++) {
            SigningKey key = SigningKey.generate(algorithm);
            KeyFiles.write(key, file);
            assertEquals(key.verifyingKey(), KeyFiles.readPrivate(file).verifyingKey());
            assertEquals(List.of(key.verifyingKey()), KeyFiles.readPublic(KeyFiles.publicFile(file)));
            Files.delete(file);
            Files.delete(KeyFiles.publicFile(file));
        }
    }

    @Test
    void onlyTheOwnerReadsThePrivateKey() throws Exception {
        Path file = folder.resolve("k.pem");
        KeyFiles.write(SigningKey.generate(Algorithm.ED25519), file);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void neverOverwritesAKey() throws Exception {
        Path file = folder.resolve("k.pem");
        Files.writeString(file, "precious");
        Failure there = failure(() -> KeyFiles.write(SigningKey.generate(Algorithm.ED25519), file));
        assertEquals(new Failure.Conflict("cannot create " + file, "it exists already", "keys are never overwritten; choose another name"), there);
        assertEquals("precious", Files.readString(file));
        assertFalse(Files.exists(KeyFiles.publicFile(file)));

        Path other = folder.resolve("l.pem");
        Files.writeString(KeyFiles.publicFile(other), "precious, too");
        failure(() -> KeyFiles.write(SigningKey.generate(Algorithm.ED25519), other));
        assertFalse(Files.exists(other));
        assertEquals("precious, too", Files.readString(KeyFiles.publicFile(other)));
    }

    @Test
    void aFileMayHoldSeveralPublicKeys() throws Exception {
        VerifyingKey a = SigningKey.generate(Algorithm.ED25519).verifyingKey();
        VerifyingKey b = SigningKey.generate(Algorithm.ECDSA_P256).verifyingKey();
        assertEquals(List.of(a, b), KeyFiles.readPublic(Files.writeString(folder.resolve("ring.pem"), "Ann:\n" + a.pem() + "Bob:\n" + b.pem())));
    }

    @Test
    void tellsWhichHalfItGot() throws Exception {
        SigningKey key = SigningKey.generate(Algorithm.ED25519);
        Path file = folder.resolve("k.pem");
        KeyFiles.write(key, file);
        assertEquals("this is a private key; its public half is the .pub file beside it", failure(() -> KeyFiles.readPublic(file)).hint());
        assertEquals("this is the public half", failure(() -> KeyFiles.readPrivate(KeyFiles.publicFile(file))).hint());
    }

    @Test
    void refusesWhatIsNoKeyOfOurs() throws Exception {
        Path file = folder.resolve("k.pem");
        assertEquals(new Failure.NotFound("file", file.toString(), List.of()), failure(() -> KeyFiles.readPrivate(file)));
        Files.writeString(file, "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n");
        assertTrue(failure(() -> KeyFiles.readPublic(file)).summary().endsWith("a key in it is neither ECDSA P-256 nor Ed25519"));
        Files.writeString(file, "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
        assertTrue(failure(() -> KeyFiles.readPrivate(file)).summary().endsWith("its key is neither ECDSA P-256 nor Ed25519"));
        Files.writeString(file, "nothing");
        assertTrue(failure(() -> KeyFiles.readPublic(file)).summary().endsWith("there is no public key in it"));
    }
}
